package org.bihuan.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.procedures.Procedures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DemoStoriesTests implements DemoHouse {

  @Autowired private Doors doors;
  @Autowired private Cast cast;
  @Autowired private Stories stories;
  @Autowired private Demo demo;
  @Autowired private Sessions sessions;
  @Autowired private Procedures procedures;
  @Autowired private Units units;
  @Autowired private PlatformTransactionManager transactions;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23", "2026-11-24", "2026-11-27", "2026-11-28", "2026-02-18", "2026-10-08",
        "2026-12-31", "2027-01-04", "2026-03-02", "2026-05-06", "2027-02-09", "2026-10-10"
      })
  void everyStoryStandsWhereItShouldOnEveryDay(LocalDate day) {
    for (var time : new LocalTime[] {LocalTime.of(0, 5), LocalTime.of(10, 30)}) {
      told(
          day.atTime(time).atZone(ChinaTime.ZONE).toInstant(),
          files -> {
            var wrong = new TreeSet<String>();
            for (var story : Stories.book()) {
              var file = files.get(story.id());
              var state = file == null ? "nowhere" : file.state();
              if (!state.equals(story.state())) {
                wrong.add(story.id() + " is " + state + ", not " + story.state());
              }
            }
            assertThat(wrong).as(day + " " + time).isEmpty();
          });
    }
  }

  /** A story goes through the door of acts; TwinsJourneyTests goes through that of twins. */
  private static final Set<String> OTHER_DOORS = Set.of("appeal joined");

  @Test
  void everyStateOfLicencesAndAppealsIsSeen() {
    var seen =
        Stories.book().stream()
            .map(story -> story.matter().kind() + " " + story.state())
            .collect(Collectors.toSet());
    for (var kind : Set.of("licence", "appeal")) {
      var states = procedures.latest(kind).states().keySet();
      assertThat(seen)
          .containsAll(
              states.stream()
                  .map(s -> kind + " " + s)
                  .filter(s -> !OTHER_DOORS.contains(s))
                  .toList());
    }
  }

  @Test
  void aPermitOfSevenDaysIsGrantedTheNextWorkingDay() {
    told(
        Instant.parse("2026-11-24T02:00:00Z"),
        files -> {
          var file = Objects.requireNonNull(files.get("wenxing"));
          var run =
              file.clocks().stream()
                  .filter(c -> c.clock().equals("decision"))
                  .findFirst()
                  .orElseThrow();
          var calendar = doors.calendars().current();
          var ended = Objects.requireNonNull(run.endedAt());
          assertThat(run.terms().statutory().toString()).isEqualTo("7 workday");
          assertThat(
                  calendar.used(
                      run.terms().statutory().unit(), run.startedAt(), ended, run.stops()))
              .isEqualTo(1);
        });
  }

  @Test
  void theFirstStartTellsTheStoriesAndASecondDoesNot() {
    int before = cast.troupe().members().size();
    assertThat(cast.engaged()).isTrue();
    stories.start();
    assertThat(cast.troupe().members()).hasSize(before);
  }

  @Test
  void theWelcomeNamesTheAddressAndOneSignInForEachPart(@TempDir Path folder) {
    var said = demo.welcome(folder, 8099);
    assertThat(said).anyMatch(line -> line.contains("http://localhost:8099/"));
    for (var role : Role.values()) {
      if (role != Role.APPLICANT && role != Role.SYSTEM) {
        assertThat(said).anyMatch(line -> line.strip().startsWith(role.code() + " "));
      }
    }
    assertThat(String.join("\n", said)).contains(Cast.PASSWORD, "派单人员");
  }

  @Test
  void tokensActForTheirPartsAndOutliveARestart(@TempDir Path folder) {
    demo.welcome(folder, 8099);
    var first = DemoFiles.tokens(folder);
    for (var role : Role.values()) {
      if (role != Role.APPLICANT && role != Role.SYSTEM) {
        assertThat(sessions.actor(String.valueOf(first.get(role.code()))))
            .hasValueSatisfying(actor -> assertThat(actor.is(role)).isTrue());
      }
    }
    assertThat(sessions.actor(String.valueOf(first.get("handler.street-058"))))
        .hasValueSatisfying(actor -> assertThat(actor.unit()).isEqualTo("street-058"));
    demo.welcome(folder, 8099);
    assertThat(DemoFiles.tokens(folder)).isEqualTo(first);
  }

  @Test
  void lostTokensAreMadeAnew(@TempDir Path folder, @TempDir Path other) {
    demo.welcome(folder, 8099);
    demo.welcome(other, 8099);
    var fresh = String.valueOf(DemoFiles.tokens(other).get("clerk"));
    assertThat(fresh).isNotEqualTo(DemoFiles.tokens(folder).get("clerk"));
    assertThat(sessions.actor(fresh)).isPresent();
  }

  @Test
  void everyUnitHasAHandlerAndAnApprover() {
    var missing = new TreeSet<String>();
    for (var unit : units.codes()) {
      for (var role : new Role[] {Role.HANDLER, Role.APPROVER}) {
        if (cast.players().stream()
            .noneMatch(p -> p.unit().equals(unit) && p.parts().contains(role))) {
          missing.add(role + "@" + unit);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** Tells the stories of another day and takes it all back. */
  private void told(Instant today, Consumer<Map<String, CaseView>> look) {
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              look.accept(stories.tell(today));
            });
  }
}
