package org.bihuan.portal.api;

import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.access.Guesses;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.voice.Voice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets in whoever shows code and phone tail, and slows down whoever guesses: tries are counted by
 * code and by address before anything is compared. Whichever half is wrong, the answer is the same.
 */
@Component
final class TrackGate {

  private static final Reply.NotDone WRONG =
      new Reply.NotDone(
          404,
          "unknown-case",
          new Text("查询码或手机尾号不对", "The code or the last four digits of the phone are not right"));

  private final Guesses guesses;
  private final Voice voice;

  TrackGate(Guesses guesses, Voice voice) {
    this.guesses = guesses;
    this.voice = voice;
  }

  /** What asking comes to. */
  sealed interface Asked {
    record Admitted(Voice.Tracked tracked) implements Asked {}

    record Refused(Reply.NotDone why) implements Asked {}
  }

  Asked open(String typed, @Nullable String phoneTail, String address) {
    var code = CaseCode.parse(typed);
    var byAddress = "track-address:" + address;
    if (!guesses.admitFromAddress(byAddress)) {
      return new Asked.Refused(waiting(byAddress));
    }
    var byCode = code.map(c -> "track:" + c.value());
    if (byCode.isPresent() && !guesses.admit(byCode.get())) {
      return new Asked.Refused(waiting(byCode.get()));
    }
    Optional<Voice.Tracked> found =
        code.flatMap(c -> voice.track(c.value(), phoneTail == null ? "" : phoneTail));
    if (found.isEmpty()) {
      return new Asked.Refused(WRONG);
    }
    byCode.ifPresent(guesses::forgive);
    guesses.takeBack(byAddress);
    return new Asked.Admitted(found.get());
  }

  private Reply.NotDone waiting(String key) {
    var text = new Text("试错次数太多，请稍后再试", "Too many wrong tries; please wait");
    return new Reply.NotDone(429, "too-many-tries", text, List.of(), null, guesses.wait(key));
  }
}
