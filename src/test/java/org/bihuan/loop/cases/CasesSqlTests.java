package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.cases.CaseFixtures.act;
import static org.bihuan.loop.cases.CaseFixtures.opening;
import static org.bihuan.loop.cases.CaseFixtures.person;
import static org.bihuan.loop.cases.CaseFixtures.staff;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.register.RegisterRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The door on the real database: sets, children, retries, and what is stored or not. */
class CasesSqlTests {

  private static final CaseFixtures HOUSE = new CaseFixtures();
  private static final String HERE = "{\"unit\": \"dispatch-centre\"}";
  private static final String REPLY = "{\"reply\": \"路灯已经修好了，谢谢您的反映\"}";

  private static List<String> outcomes(Act... acts) {
    return HOUSE.cases.perform(List.of(acts)).stream().map(CaseFixtures::outcome).toList();
  }

  private static List<String> history(CaseId id) {
    return HOUSE.cases.entries(id).stream().map(RegisterRow::entry).map(e -> e.act()).toList();
  }

  private static Act accept(CaseId id) {
    return act(id, "accept", staff(Role.DISPATCHER), "{}");
  }

  private static Act dispatch(CaseId id) {
    return act(id, "dispatch", staff(Role.DISPATCHER), HERE);
  }

  private static Act answer(CaseId id) {
    return act(id, "answer", staff(Role.HANDLER), REPLY);
  }

  private static CaseId working() {
    var id = HOUSE.open("appeal");
    assertThat(outcomes(accept(id), dispatch(id))).containsOnly("accepted");
    return id;
  }

  @AfterEach
  void leavesARegisterThatIsWhole() {
    assertThat(HOUSE.verify().findings()).isEmpty();
  }

  @Nested
  class Performing {

    @Test
    void doesWhatMayBeDoneAndRefusesTheRest() {
      var one = HOUSE.open("appeal");
      var two = HOUSE.open("appeal");
      var three = HOUSE.open("licence");
      var nowhere = HOUSE.newId();
      assertThat(
              outcomes(
                  accept(one),
                  act(two, "accept", person(), "{}"),
                  act(three, "accept", staff(Role.HANDLER), "{}"),
                  accept(nowhere),
                  act(two, "no-such-act", staff(Role.DISPATCHER), "{}"),
                  answer(two)))
          .containsExactly(
              "accepted", "not-allowed", "accepted", "unknown-case", "unknown-act", "wrong-state");
      assertThat(history(one)).containsExactly("open", "accept");
      assertThat(history(two)).containsExactly("open");
      assertThat(history(three)).containsExactly("open", "accept");
    }

    @Test
    void takesSeveralActsOnOneMatterOneAfterTheOther() {
      var id = HOUSE.open("appeal");
      assertThat(
              outcomes(
                  accept(id),
                  accept(id),
                  dispatch(id),
                  act(id, "return", staff(Role.HANDLER), "{\"clause\": \"other-duty\"}"),
                  dispatch(id),
                  answer(id),
                  act(id, "confirm", person(), "{\"rating\": 2}"),
                  answer(id)))
          .containsExactly(
              "accepted",
              "wrong-state",
              "accepted",
              "accepted",
              "accepted",
              "accepted",
              "accepted",
              "wrong-state");
      var file = HOUSE.cases.find(id).orElseThrow();
      assertThat(file.version()).isEqualTo(7);
      assertThat(file.state()).isEqualTo("closed");
      assertThat(file.clocks()).hasSize(6).noneMatch(ClockRun::open);
      assertThat(history(id))
          .containsExactly("open", "accept", "dispatch", "return", "dispatch", "answer", "confirm");
    }

    @Test
    void tellsTheVersionARefusedMatterHas() {
      var id = working();
      var late =
          new Act(id, "answer", staff(Role.HANDLER), 2L, null, CaseJson.readObject(REPLY), null);
      assertThat(HOUSE.cases.perform(List.of(late)))
          .containsExactly(new Decision.Refused(Refusal.CHANGED_MEANWHILE, 3));
    }

    @Test
    void doesNothingWithAnEmptyList() {
      assertThat(HOUSE.cases.perform(List.of())).isEmpty();
      assertThat(HOUSE.cases.open(List.of())).isEmpty();
    }

    @Test
    void keepsWhatItGaveBack() {
      var id = working();
      var given = HOUSE.does(id, "answer", staff(Role.HANDLER), REPLY);
      assertThat(HOUSE.cases.find(id)).contains(given);
      assertThat(HOUSE.cases.find(given.identity().number())).contains(given);
      assertThat(HOUSE.cases.find(given.identity().code())).contains(given);
    }

    @Test
    void leavesNothingWhenTheCallersTransactionIsUndone() {
      var id = HOUSE.open("appeal");
      HOUSE.transaction.executeWithoutResult(
          status -> {
            assertThat(outcomes(accept(id))).containsExactly("accepted");
            status.setRollbackOnly();
          });
      assertThat(history(id)).containsExactly("open");
      assertThat(outcomes(accept(id))).containsExactly("accepted");
    }
  }

  @Nested
  class Opening {

    @Test
    void refusesAnIdThatWasOpenedBefore() {
      var id = HOUSE.newId();
      var wanted = opening(id, "appeal", null);
      var both = HOUSE.cases.open(List.of(wanted, wanted));
      var first = CaseFixtures.accepted(both.getFirst());
      assertThat(both.getLast()).isEqualTo(new Decision.Refused(Refusal.ALREADY_OPENED, 1));
      HOUSE.does(id, "accept", staff(Role.DISPATCHER), "{}");
      assertThat(HOUSE.cases.open(List.of(opening(id, "licence", null))))
          .containsExactly(new Decision.Refused(Refusal.ALREADY_OPENED, 2));
      var file = HOUSE.cases.find(id).orElseThrow();
      assertThat(file.identity()).isEqualTo(first.identity());
      assertThat(history(id)).containsExactly("open", "accept");
    }

    @Test
    void givesEachItsOwnNumberAndCode() {
      var wanted = Collections.nCopies(200, "appeal").stream();
      var opened =
          HOUSE.cases.open(wanted.map(p -> opening(HOUSE.newId(), p, null)).toList()).stream()
              .map(CaseFixtures::accepted)
              .map(CaseView::identity)
              .toList();
      assertThat(opened).extracting(CaseView.Identity::number).doesNotHaveDuplicates();
      assertThat(opened).extracting(CaseView.Identity::code).doesNotHaveDuplicates();
      assertThat(opened).allMatch(i -> CaseNumber.parse(i.number().value()).isPresent());
    }

    @Test
    void needsAParentThatIsThereAndOpen() {
      var child = opening(HOUSE.newId(), "joint", HOUSE.newId());
      var closed = working();
      HOUSE.does(closed, "withdraw", person(), "{}");
      var late = opening(HOUSE.newId(), "joint", closed);
      assertThat(HOUSE.cases.open(List.of(child, late)))
          .extracting(CaseFixtures::outcome)
          .containsExactly("unknown-parent", "parent-closed");
    }

    @Test
    void takesParentAndChildInOneList() {
      var parent = HOUSE.newId();
      var child = HOUSE.newId();
      var list = List.of(opening(parent, "appeal", null), opening(child, "joint", parent));
      assertThat(HOUSE.cases.open(list)).extracting(CaseFixtures::outcome).containsOnly("accepted");
      assertThat(HOUSE.cases.children(parent))
          .extracting(view -> view.identity().id())
          .containsExactly(child);
    }
  }

  @Nested
  class Answering {

    private Act[] closing(CaseId child) {
      return new Act[] {answer(child), act(child, "close", staff(Role.DISPATCHER), "{}")};
    }

    @Test
    void waitsForEveryChild() {
      var parent = working();
      var one = HOUSE.open("joint", parent);
      var two = HOUSE.open("joint", parent);
      assertThat(outcomes(closing(one))).containsOnly("accepted");
      assertThat(outcomes(answer(parent))).containsExactly("children-open");
      assertThat(HOUSE.cases.acts(parent, staff(Role.HANDLER)))
          .noneMatch(rule -> rule.id().equals("answer"));
      assertThat(outcomes(closing(two))).containsOnly("accepted");
      assertThat(outcomes(answer(parent))).containsExactly("accepted");
    }

    @Test
    void countsTheChildrenThatTheSameListClosed() {
      var parent = working();
      var child = HOUSE.open("joint", parent);
      var acts = new ArrayList<>(List.of(answer(parent)));
      acts.addAll(List.of(closing(child)));
      acts.add(answer(parent));
      assertThat(outcomes(acts.toArray(Act[]::new)))
          .containsExactly("children-open", "accepted", "accepted", "accepted");
    }
  }

  @Test
  void knowsNothingOfWhatIsNotThere() {
    assertThat(HOUSE.cases.find(new CaseId(new UUID(1, 1)))).isEmpty();
    assertThat(HOUSE.cases.entries(new CaseId(new UUID(1, 1)))).isEmpty();
    assertThat(HOUSE.cases.acts(new CaseId(new UUID(1, 1)), person())).isEmpty();
  }
}
