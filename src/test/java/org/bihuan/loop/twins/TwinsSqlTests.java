package org.bihuan.loop.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.twins.TwinFixtures.STREET;

import java.time.Duration;
import java.util.List;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.intake.Intake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Likely twins are found by words, place and days, in SQL first and then by the measure. */
@TestApp
class TwinsSqlTests {

  @Autowired Twins twins;
  @Autowired Intake intake;
  @Autowired Cases cases;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  private TwinFixtures people;

  @BeforeEach
  void begins() {
    work.begin();
    people = new TwinFixtures(intake, cases);
  }

  private static String dark(int building) {
    return "振华南院" + building + "号楼楼下的路灯坏了，晚上没有灯";
  }

  private List<String> found(String text, String area) {
    return twins.likely("appeal", text, area).stream()
        .map(Twins.Twin::file)
        .map(file -> file.identity().number().value())
        .toList();
  }

  private static String number(CaseView file) {
    return file.identity().number().value();
  }

  @Test
  void findsTheSameInOtherWordsAndTellsWhy() {
    int building = TwinFixtures.building();
    var one = people.raised(dark(building));
    work.follow();
    var asked = "振华南院" + building + "#楼路灯不亮好几天了，没人修";
    var twin =
        twins.likely("appeal", asked, STREET).stream()
            .filter(found -> found.file().equals(people.now(one)))
            .findFirst()
            .orElseThrow();
    assertThat(twin.likeness().place()).isEqualTo(Likeness.Place.SAME);
    assertThat(twin.likeness().words()).contains("路灯");
    assertThat(twin.likeness().days()).isZero();
    assertThat(twin.reporters()).isOne();
  }

  @Test
  void keepsOtherBuildingsOtherMattersAndOtherStreetsApart() {
    int building = TwinFixtures.building();
    var one = people.raised(dark(building));
    work.follow();
    assertThat(found(dark(TwinFixtures.building()), STREET)).doesNotContain(number(one));
    assertThat(found("振华南院" + building + "号楼垃圾没人清运，臭", STREET)).doesNotContain(number(one));
    assertThat(found(dark(building), "140213060")).doesNotContain(number(one));
    assertThat(found(dark(building), "140213")).contains(number(one));
  }

  @Test
  void forgetsWhatLiesMonthsBack() {
    int building = TwinFixtures.building();
    var one = people.raised(dark(building));
    work.follow();
    clock.set(TestingClock.BEGIN.plus(Duration.ofDays(365)));
    assertThat(found(dark(building), STREET)).doesNotContain(number(one));
  }

  @Test
  void tellsWhoseAnswerIsStillToCome() {
    int building = TwinFixtures.building();
    var one = people.answered(people.working(people.raised(dark(building))));
    work.follow();
    assertThat(found(dark(building), STREET)).contains(number(one));
    assertThat(twins.likely("appeal", dark(building), STREET))
        .filteredOn(twin -> twin.file().identity().equals(one.identity()))
        .noneMatch(Twins.Twin::leads);
  }

  @Test
  void readsAnIndexHoweverManyMattersThereAre() {
    var plan = new TransactionTemplate(transactions).execute(status -> plan());
    assertThat(plan).asString().contains("account_words");
  }

  private List<@Nullable String> plan() {
    jdbc.sql("select set_config('enable_seqscan', 'off', true)").query(String.class).single();
    return jdbc.sql(
            """
                explain select case_id from twins.account
                 where words @@ '(''路灯'' | ''t~lamp'') & (''a~140213054'')'::tsquery
                """)
        .query(String.class)
        .list();
  }
}
