package org.bihuan.services.whistles;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.foundation.access.WorkUnit;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.routing.DutyList;
import org.bihuan.loop.routing.DutyList.JointDuty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom the duty list proposes to call, and why; people correct it before they send. */
@Component
final class Proposals {

  private static final String LEAD = "facts.unit";
  private static final String OTHERS = "with";
  private static final String DUTY = "duty";

  private final DutyList list;
  private final Procedures procedures;
  private final BlowingRules rules;
  private final Clock clock;

  Proposals(DutyList list, Procedures procedures, BlowingRules rules, Clock clock) {
    this.list = list;
    this.procedures = procedures;
    this.rules = rules;
    this.clock = clock;
  }

  UUID key() {
    return Uuid7.next(clock);
  }

  Map<String, Text> kinds() {
    var form = procedures.latest(Whistles.WHISTLE).form();
    return WhistleReading.kinds(form.path("properties").path("kind"));
  }

  Map<String, Text> duties() {
    var titles = new LinkedHashMap<String, Text>();
    list.together().forEach(duty -> titles.put(duty.code(), duty.title()));
    return titles;
  }

  Map<String, Text> departments() {
    var names = new LinkedHashMap<String, Text>();
    rules.departments().forEach((code, unit) -> names.put(code, unit.name()));
    return names;
  }

  /** The form as it is begun: from a matter with what is known of it, else blank. */
  Typed begun(@Nullable CaseView appeal) {
    if (appeal == null) {
      return Typed.NOTHING;
    }
    var values = new LinkedHashMap<String, List<String>>();
    values.put("from", List.of(appeal.identity().number().value()));
    values.put("title", List.of(appeal.subject().title()));
    values.put("facts.kind", List.of("appeal"));
    values.put("facts.place", List.of(appeal.facts().path("place").asString("")));
    values.put("facts.position", List.of(appeal.facts().path("position").asString("")));
    ofItem(appeal).ifPresent(duty -> values.put(DUTY, List.of(duty.code())));
    return proposed(Typed.of(values), appeal);
  }

  private Optional<JointDuty> ofItem(CaseView appeal) {
    var item = appeal.identity().item();
    return list.together().stream().filter(duty -> duty.names(item)).findFirst();
  }

  /** The same form with the departments of the chosen duty in place of what was ticked. */
  Typed proposed(Typed typed) {
    return proposed(typed, null);
  }

  private Typed proposed(Typed typed, @Nullable CaseView appeal) {
    var values = new LinkedHashMap<>(typed.values());
    var duty = duty(typed.value(DUTY));
    duty.ifPresent(
        one -> {
          values.put(LEAD, List.of(one.lead()));
          values.put(OTHERS, one.others());
        });
    if (duty.isEmpty() && appeal != null) {
      own(appeal).ifPresent(unit -> values.put(LEAD, List.of(unit.code())));
    }
    return Typed.of(values);
  }

  private Optional<JointDuty> duty(String code) {
    return list.together().stream().filter(duty -> duty.code().equals(code)).findFirst();
  }

  /** Whose duty the matter is by the list of dispatch, if that is a department. */
  private Optional<WorkUnit> own(CaseView appeal) {
    var identity = appeal.identity();
    var unit = list.unitFor(identity.procedure(), identity.item(), appeal.subject().area());
    return Optional.of(unit).filter(u -> rules.departments().containsKey(u.code()));
  }

  /** Why whom, as the list says it, for the page. */
  List<Text> lines(String duty, @Nullable CaseView appeal) {
    var ofDuty = duty(duty).map(JointDuty::why);
    var ofMatter =
        Optional.ofNullable(appeal)
            .flatMap(this::own)
            .map(
                u ->
                    new Text(
                        "派单目录中此类诉求由" + u.name().zh() + "办理",
                        "The dispatch list gives such matters to " + u.name().en()));
    return Stream.of(ofDuty, ofMatter).flatMap(Optional::stream).toList();
  }

  /** The same by department, to be kept with each call. */
  Map<String, String> reasons(String duty, @Nullable CaseView appeal) {
    var reasons = new LinkedHashMap<String, String>();
    duty(duty)
        .ifPresent(
            one ->
                Stream.concat(Stream.of(one.lead()), one.others().stream())
                    .forEach(unit -> reasons.put(unit, one.why().zh())));
    Optional.ofNullable(appeal)
        .flatMap(this::own)
        .ifPresent(unit -> reasons.putIfAbsent(unit.code(), "派单目录中此类诉求由该部门办理"));
    return reasons;
  }
}
