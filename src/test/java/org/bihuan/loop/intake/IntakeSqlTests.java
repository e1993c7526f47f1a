package org.bihuan.loop.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The one window: everything wrong is named at once, and what is taken in has an owner. */
@TestApp
class IntakeSqlTests {

  private static final ApplicantForm PERSON =
      new ApplicantForm("王小路", "13800005678", null, null, null);

  @Autowired Intake intake;
  @Autowired Cases cases;
  @Autowired TestWork work;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void begins() {
    work.begin();
  }

  private static JsonNode facts() {
    return JsonNodeFactory.instance.objectNode().put("description", "路灯不亮了，晚上很黑");
  }

  private static Filing appeal(@Nullable String item, String title, String area) {
    return new Filing("appeal", item, title, area, "online", PERSON, facts(), null, null);
  }

  private CaseView taken(Filing filing) {
    return switch (intake.file(filing)) {
      case Filed.Taken(var file) -> file;
      case Filed.Faulty(var errors) -> throw new AssertionError(errors);
      case Filed.Refused(var refusal) -> throw new AssertionError(refusal);
    };
  }

  private List<String> faults(Filing filing) {
    return switch (intake.file(filing)) {
      case Filed.Faulty(var errors) -> errors.stream().map(FieldError::field).sorted().toList();
      case Filed.Taken taken -> throw new AssertionError(taken);
      case Filed.Refused(var refusal) -> throw new AssertionError(refusal);
    };
  }

  private List<@Nullable Long> rows() {
    return jdbc.sql(
            """
            select (select count(*) from cases.case_file) + (select count(*) from cases.case_entry)
                   + (select count(*) from people.person)
            """)
        .query(Long.class)
        .list();
  }

  @Test
  void namesEverythingThatIsWrongAtOnceAndStoresNothing() {
    var before = rows();
    var nothing = new Filing(null, null, null, null, null, null, null, null, null);
    assertThat(faults(nothing)).contains("procedure", "title", "area", "channel", "applicant.name");
    var nonsense =
        new Filing(
            "appeal",
            "construction-permit",
            "\u202Eabc",
            "999999999",
            "pigeon",
            PERSON,
            null,
            "A140213",
            null);
    assertThat(faults(nonsense)).contains("item", "title", "area", "channel", "parent");
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void storesNothingIfOneFieldIsWrong() {
    var before = rows();
    var wrong = new ApplicantForm("王小路", "123", null, null, null);
    var filing =
        new Filing("appeal", null, "路灯", "140213051", "online", wrong, facts(), null, null);
    assertThat(faults(filing)).containsExactly("applicant.phone");
    assertThat(rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "street-lamp, city-management",
    "rider-entry, street-051",
    "noise, city-management",
    ", dispatch-centre"
  })
  void givesEveryMatterAnOwnerAndAClock(@Nullable String item, String unit) {
    var file = taken(appeal(item, "路灯不亮", "140213051"));
    assertThat(file.unit()).isEqualTo(unit);
    assertThat(file.owner()).isEqualTo(Role.DISPATCHER);
    assertThat(file.times().dueAt()).isNotNull();
    assertThat(cases.find(file.identity().number())).contains(file);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200})
  void takesTitlesUpToTwoHundredCharacters(int length) {
    var title = "\uD83D\uDEA6".repeat(length);
    assertThat(taken(appeal(null, "  " + title + " ", "140213051")).subject().title())
        .isEqualTo(title);
    assertThat(faults(appeal(null, "路".repeat(201), "140213051"))).containsExactly("title");
    assertThat(faults(appeal(null, " \t ", "140213051"))).containsExactly("title");
  }

  @Test
  void opensUnderAParentThatIsOpen() {
    var parent = taken(appeal(null, "路灯", "140213051"));
    var child =
        taken(
            new Filing(
                "appeal",
                null,
                "电缆",
                "140213051",
                "online",
                PERSON,
                facts(),
                parent.identity().number().value(),
                null));
    assertThat(child.subject().parent()).isEqualTo(parent.identity().id().value());
  }

  @Test
  void knowsThePersonAgain() {
    var one = taken(appeal(null, "路灯", "140213051"));
    var two = taken(appeal(null, "井盖", "140213051"));
    assertThat(two.subject().applicant()).isEqualTo(one.subject().applicant());
  }
}
