package org.bihuan.loop.procedures;

import java.util.List;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;

/** What a proof says when it fails, in both languages; names are those of the file. */
final class Sentences {

  private Sentences() {}

  static Text unreachable(StateRule state) {
    return say("状态“%s”永远到不了", "the state '%s' is never reached", state.id());
  }

  static Text noEnd(StateRule state) {
    return say("到了“%s”就再也走不到终点", "from '%s' no end can be reached for certain", state.id());
  }

  static Text tooLarge(int most) {
    return say("情形超过%s种，无法证明", "more than %s configurations; too large to prove", "" + most);
  }

  static Text noOwner(StateRule state) {
    return say("状态“%s”没有责任人", "the state '%s' has no owner", state.id());
  }

  static Text noClock(StateRule state, boolean red) {
    return red
        ? say(
            "在“%s”只剩已超期的时钟，又不在区领导手中",
            "in '%s' only clocks that have run out are left, and it is not with the leader",
            state.id())
        : say("在“%s”没有时钟在走", "in '%s' no clock runs", state.id());
  }

  static Text noExpiry(ClockRule clock, StateRule state) {
    return say(
        "时钟“%s”在“%s”到期时，没有必定能执行的自动环节",
        "when the clock '%s' runs out in '%s', no automatic act can be done for certain",
        clock.id(),
        state.id());
  }

  static Text waitsForever(StateRule state) {
    return say(
        "在“%s”等待申请人，却没有到期就离开的时钟",
        "'%s' waits for the applicant without a clock whose end leaves it", state.id());
  }

  static Text unanswered(StateRule state) {
    return say(
        "到了终点“%s”，却没有答复本人", "'%s' ends the matter without an answer to the person", state.id());
  }

  static Text unconfirmed(StateRule state) {
    return say(
        "到了终点“%s”，却没有本人确认或回访",
        "'%s' ends the matter without the person's word or a call-back", state.id());
  }

  static Text leftRunning(ClockRule clock, StateRule state) {
    return say(
        "时钟“%s”到了终点“%s”还没有停", "the clock '%s' is still on at the end '%s'", clock.id(), state.id());
  }

  static Text begunTwice(ClockRule clock) {
    return say("时钟“%s”还在走，又被启动", "the clock '%s' is begun while it is on", clock.id());
  }

  static Text wronglySwitched(ClockRule clock, boolean stop) {
    return stop
        ? say("时钟“%s”没有在走，却被停下", "the clock '%s' is stopped while it does not run", clock.id())
        : say("时钟“%s”没有停着，却被续走", "the clock '%s' is resumed while it is not stopped", clock.id());
  }

  static Text loop(List<String> acts) {
    return say("自动环节循环往复：%s", "automatic acts go round for ever: %s", String.join(" → ", acts));
  }

  static Text nobody(ActRule act) {
    return say("环节“%s”没有写明由谁办理", "the act '%s' does not say who may do it", act.id());
  }

  static Text confirmsOwnWork(ActRule act, Role role) {
    return say(
        "确认环节“%s”不得由“%s”办理", "the confirming act '%s' is open to '%s'", act.id(), role.code());
  }

  static Text notFresh(ActRule act, Role role) {
    return say(
        "由“%2$s”办理的确认环节“%1$s”必须标明由未经办人员办理（fresh）",
        "the confirming act '%s' by '%s' needs the flag 'fresh': done by one who never handled it",
        act.id(),
        role.code());
  }

  private static Text say(String zh, String en, Object... names) {
    return new Text(zh.formatted(names), en.formatted(names));
  }
}
