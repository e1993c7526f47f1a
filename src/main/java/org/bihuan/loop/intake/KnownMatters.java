package org.bihuan.loop.intake;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.Shown;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.twins.Joined;
import org.bihuan.loop.twins.Joining;
import org.bihuan.loop.twins.TwinRefusal;
import org.bihuan.loop.twins.Twins;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Before a matter is sent: what others raised already, and saying "me too". */
@Component
final class KnownMatters {

  private static final Text TOGETHER =
      new Text(
          "已记下您也遇到了：与同类诉求一并办理，答复时单独通知您。",
          "Noted that you met with the same: it is handled together, and you are answered yourself.");

  private final Twins twins;
  private final Joining joining;
  private final Cases cases;
  private final Procedures procedures;
  private final Places places;

  KnownMatters(Twins twins, Joining joining, Cases cases, Procedures procedures, Places places) {
    this.twins = twins;
    this.joining = joining;
    this.cases = cases;
    this.procedures = procedures;
    this.places = places;
  }

  /**
   * The few that may be shown: the reader's own if it is the same, else those still to be answered.
   */
  List<KnownMatter> of(Counter.Form form, Typed typed, @Nullable HttpSession session) {
    var likely = likely(form, typed);
    var own =
        likely.stream().filter(Twins.Twin::same).filter(twin -> own(twin, session)).findFirst();
    return own.map(twin -> List.of(known(twin, session)))
        .orElseGet(
            () ->
                likely.stream()
                    .filter(Twins.Twin::leads)
                    .limit(twins.shown())
                    .map(twin -> known(twin, session))
                    .toList());
  }

  /** Everything that was typed as text says what it is about. */
  private List<Twins.Twin> likely(Counter.Form form, Typed typed) {
    return twins.likely(form.procedure().id(), form.told(typed), typed.value("area"));
  }

  private static boolean own(Twins.Twin twin, @Nullable HttpSession session) {
    return Shown.allows(session, twin.file().identity().code().value());
  }

  private KnownMatter known(Twins.Twin twin, @Nullable HttpSession session) {
    var file = twin.file();
    var procedure = cases.procedure(file);
    var state = procedure.states().get(file.state());
    var item = Optional.ofNullable(file.identity().item()).flatMap(procedures::item);
    return new KnownMatter(
        file.identity().id().value(),
        item.map(Item::title).orElse(procedure.title()),
        places.find(file.subject().area()).map(Area::name).orElse(procedure.title()),
        file.times().openedAt(),
        state == null ? procedure.title() : state.plain(),
        twin.reporters(),
        own(twin, session) ? file.identity().code().value() : null,
        twin.leads());
  }

  /**
   * Lets a matter that was just taken in wait for one of those that were shown; what was not shown
   * to this reader cannot be joined. The matter stays a matter of its own if it cannot.
   */
  Text meToo(String code, UUID main, Counter.Form form, Typed typed) {
    var shown = likely(form, typed).stream().map(twin -> twin.file().identity().id()).toList();
    var wanted = new CaseId(main);
    var taken = CaseCode.parse(code).flatMap(cases::find);
    if (!shown.contains(wanted) || taken.isEmpty()) {
      return TwinRefusal.MAIN_ANSWERED.message();
    }
    return meToo(taken.get(), wanted, typed.value("news"));
  }

  private Text meToo(CaseView file, CaseId main, String news) {
    var person = Actor.applicant(file.subject().applicant(), "");
    var why = news.isBlank() ? Joining.ME_TOO : Joining.ME_TOO + "：" + news.strip();
    var shortened = why.substring(0, Math.min(why.length(), 400));
    return switch (joining.join(file.identity().id(), main, person, shortened)) {
      case Joined.Done _ -> TOGETHER;
      case Joined.Refused(var refusal) -> refusal.message();
    };
  }
}
