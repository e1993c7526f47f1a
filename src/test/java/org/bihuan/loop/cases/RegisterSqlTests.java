package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.cases.TamperedRegister.rows;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.register.Canonical;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.SnapshotSql;
import org.bihuan.loop.cases.register.TestingRegister;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The verifier names the first bad row, live and on an export, and cries wolf at nothing. */
class RegisterSqlTests {

  private static final TamperedRegister REGISTER = new TamperedRegister();
  private static final String VICTIM = " where case_id = @ and version = 2";

  private static String row(int version) {
    return REGISTER.number + "#" + version;
  }

  private static String lane(int version) {
    var place = REGISTER.place(version);
    return "lane " + place.lane() + "#" + place.position();
  }

  @Test
  void isWholeWhenNobodyMeddled() {
    var report = REGISTER.after(_ -> {});
    assertThat(report.findings()).isEmpty();
    assertThat(report.erased()).isEmpty();
    assertThat(report.entries()).isEqualTo(49);
    assertThat(report.cases()).isEqualTo(13);
    assertThat(report.seals()).isGreaterThan(8);
    assertThat(report.keys()).hasSize(1);
  }

  @Nested
  class Deleting {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void anEntryIsNamed(int version) {
      var found =
          rows(
              REGISTER.after(
                  "delete from cases.case_entry where case_id = @ and version = " + version));
      assertThat(found).first().isEqualTo("missing " + row(version));
      assertThat(found).anyMatch(row -> row.endsWith(lane(version)));
    }

    @Test
    void theLastEntryOfAMatterIsNamed() {
      assertThat(
              rows(
                  REGISTER.after("delete from cases.case_entry where case_id = @ and version = 4")))
          .first()
          .isEqualTo("missing " + row(4));
    }

    @Test
    void aFileIsNamed() {
      var found =
          rows(
              REGISTER.after(
                  "alter table cases.case_entry drop constraint case_entry_case_fk",
                  "delete from cases.case_clock where case_id = @",
                  "delete from cases.case_file where id = @"));
      assertThat(found).containsExactly("file-differs " + REGISTER.victim.value() + "#4");
    }

    @Test
    void aWholeMatterIsNamedByItsPlace() {
      var found =
          rows(
              REGISTER.after(
                  "delete from cases.case_clock where case_id = @",
                  "delete from cases.case_entry where case_id = @",
                  "delete from cases.case_file where id = @"));
      assertThat(found).first().isEqualTo("missing " + lane(1));
    }

    @Test
    void theEntriesOfAMatterAreNamedThoughItsFileIsThere() {
      assertThat(rows(REGISTER.after("delete from cases.case_entry where case_id = @")))
          .contains("missing " + row(1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theEndOfALaneIsNamed(boolean counterToo) {
      int lane = REGISTER.victim.lane();
      long from = REGISTER.place(3).position();
      var cut =
          "delete from cases.case_entry where lane = %d and position >= %d".formatted(lane, from);
      var counter = "update cases.lane set last = %d where lane = %d".formatted(from - 1, lane);
      var statements = counterToo ? new String[] {cut, counter} : new String[] {cut};
      assertThat(rows(REGISTER.after(statements))).contains("tail-cut lane " + lane + "#" + from);
    }
  }

  @Nested
  class Inserting {

    private static final String COPY =
        """
        insert into cases.case_entry
        select district, case_id, 5, act, from_state, to_state, at, actor, role, on_behalf, note,
               data, salt, commitment, lane, (select last + 1 from cases.lane l where l.lane = e.lane),
               digest
          from cases.case_entry e where case_id = @ and version = 4
        """;

    @Test
    void aCopyIsNamed() {
      var found = rows(REGISTER.after(COPY));
      assertThat(found).first().isEqualTo("edited " + row(5));
      assertThat(found).contains("inserted " + row(5));
    }

    /** Everything is right with it but that its lane is one nobody walks or seals. */
    @Test
    void aForgeryBesideTheLanesIsNamed() {
      var found =
          rows(
              REGISTER.after(
                  jdbc -> {
                    var last = REGISTER.house.reads.entries(REGISTER.victim).getLast();
                    var e = last.entry();
                    var forged =
                        new Entry(
                            e.caseId(),
                            5,
                            e.act(),
                            e.from(),
                            e.to(),
                            e.at(),
                            e.actor(),
                            e.role(),
                            null,
                            e.content(),
                            new Entry.Place(9, 1));
                    var digest = Canonical.digest(last.digest(), 140213, forged, last.commitment());
                    jdbc.update(COPY.replace("@", "'" + REGISTER.victim.value() + "'"));
                    jdbc.update(
                        "update cases.case_entry set lane = 9, position = 1, digest = ?"
                            + " where case_id = ? and version = 5",
                        digest,
                        REGISTER.victim.value());
                    jdbc.update(
                        """
                        update cases.case_file set version = 5, digest = ?,
                               hands = jsonb_set(hands, array[?, 'claim'], '2') where id = ?
                        """,
                        digest,
                        e.actor().toString(),
                        REGISTER.victim.value());
                  }));
      assertThat(found).containsExactly("edited " + row(5));
    }
  }

  @Nested
  class Swapping {

    @Test
    void twoEntriesOfAMatterIsNamed() {
      var found =
          rows(
              REGISTER.after(
                  "update cases.case_entry set version = 99" + VICTIM,
                  "update cases.case_entry set version = 2 where case_id = @ and version = 3",
                  "update cases.case_entry set version = 3 where case_id = @ and version = 99"));
      assertThat(found).first().isEqualTo("edited " + row(2));
    }

    @Test
    void twoPlacesInALaneIsNamed() {
      long two = REGISTER.place(2).position();
      long three = REGISTER.place(3).position();
      var found =
          rows(
              REGISTER.after(
                  "update cases.case_entry set position = 9999" + VICTIM,
                  "update cases.case_entry set position = %d where case_id = @ and version = 3"
                      .formatted(two),
                  "update cases.case_entry set position = %d".formatted(three) + VICTIM));
      assertThat(found).first().isEqualTo("edited " + row(2));
    }
  }

  @Test
  void findsAChainThatWasRewrittenByTheCheckpoints() {
    var found =
        rows(
            REGISTER.after(
                jdbc -> {
                  var digest = new byte[32];
                  for (var w : REGISTER.house.reads.entries(REGISTER.victim)) {
                    digest = rewritten(jdbc, digest, w.entry(), w.salt());
                  }
                  jdbc.update(
                      "update cases.case_file set digest = ? where id = ?",
                      digest,
                      REGISTER.victim.value());
                }));
    assertThat(found).isNotEmpty().allMatch(row -> row.startsWith("seal-broken lane "));
  }

  private static byte[] rewritten(JdbcTemplate jdbc, byte[] before, Entry entry, byte[] salt) {
    var content = new Entry.Content("改过的理由", entry.content().data());
    var commitment = Canonical.commitment(salt, content);
    var digest = Canonical.digest(before, 140213, entry, commitment);
    jdbc.update(
        """
        update cases.case_entry set note = ?, commitment = ?, digest = ?
         where case_id = ? and version = ?
        """,
        content.note(),
        commitment,
        digest,
        entry.caseId(),
        entry.version());
    return digest;
  }

  @Nested
  class Erasing {

    private static final String ERASE = "update cases.case_entry set note = null, data = null";

    @Test
    void isLawfulAndListed() {
      var report = REGISTER.after(ERASE + VICTIM);
      assertThat(report.findings()).isEmpty();
      assertThat(report.erased()).containsExactly(row(2));
      var all = REGISTER.after(ERASE + " where case_id = @");
      assertThat(all.findings()).isEmpty();
      assertThat(all.erased()).hasSize(4);
    }

    @Test
    void hidesNoEdit() {
      var edit = "update cases.case_entry set to_state = 'working'";
      assertThat(rows(REGISTER.after(ERASE + VICTIM, edit + VICTIM)))
          .containsExactly("edited " + row(2));
      assertThat(
              rows(
                  REGISTER.after(
                      ERASE + VICTIM, "update cases.case_file set state = 'closed' where id = @")))
          .containsExactly("file-differs " + row(4));
    }
  }

  @Test
  void criesWolfAtNothingWhileWorkGoesOn() {
    var house = new CaseFixtures();
    var busy = new AtomicBoolean(true);
    var work =
        CompletableFuture.runAsync(
            () -> {
              while (busy.get()) {
                house.does(
                    house.open("appeal"), "accept", CaseFixtures.staff(Role.DISPATCHER), "{}");
              }
            });
    for (int n = 0; n < 12; n++) {
      TestingRegister.seal(house.database.dataSource(), house.clock, Path.of("target/busy.key"));
      assertThat(house.verify().findings()).isEmpty();
      var exported =
          SnapshotSql.of(
              house.database.dataSource(), CaseFixtures.DISTRICT, TestingRegister::exported);
      assertThat(TestingRegister.verified(exported).findings()).isEmpty();
    }
    busy.set(false);
    work.join();
    assertThat(house.verify().entries()).isGreaterThan(20);
  }
}
