package org.bihuan.loop.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.twins.TwinFixtures.STREET;

import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Actor;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.intake.Intake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Item and unit come from what was settled, and from nothing else. */
@TestApp
class SuggestionsSqlTests {

  private static final String TEXT = "公交站牌倒了没人扶";

  @Autowired Suggestions suggestions;
  @Autowired Intake intake;
  @Autowired Cases cases;
  @Autowired TestWork work;
  private TwinFixtures people;

  @BeforeEach
  void begins() {
    work.begin();
    people = new TwinFixtures(intake, cases);
  }

  private CaseView settled(String text) {
    var file = people.answered(people.working(people.raised("road-damage", text)));
    var person = Actor.applicant(file.subject().applicant(), "");
    return people.act(file, "confirm", person, "{}");
  }

  @Test
  void nameTheItemAndTheUnitOfTheClosestAndShowIt() {
    var before = settled(TEXT);
    work.follow();
    var suggested = suggestions.of("appeal", "公交站牌倒了", STREET);
    assertThat(suggested.items().getFirst().value()).isEqualTo("road-damage");
    var unit = suggested.units().getFirst();
    assertThat(unit.value()).isEqualTo("city-management");
    assertThat(unit.closest()).contains(before.identity().id());
    assertThat(unit.percent()).isPositive();
  }

  @Test
  void ofAMatterLeaveItselfOut() {
    var file = settled("垃圾桶盖不见了");
    work.follow();
    assertThat(suggestions.of(file).units())
        .noneMatch(unit -> unit.closest().contains(file.identity().id()));
  }

  @Test
  void areNotTakenFromWhatNobodyConfirmed() {
    var open = people.working(people.raised("waste", "化粪池盖板塌了要命"));
    work.follow();
    assertThat(suggestions.of("appeal", "化粪池盖板塌了", STREET).units())
        .noneMatch(unit -> unit.closest().contains(open.identity().id()));
  }

  @Test
  void areNoneForATextThatIsLikeNothing() {
    assertThat(suggestions.of("appeal", "Hello from abroad, nothing in common", STREET).empty())
        .isTrue();
  }

  @Test
  void areNoneForKindsThatAreNotCompared() {
    assertThat(suggestions.of("licence", TEXT, STREET).empty()).isTrue();
  }
}
