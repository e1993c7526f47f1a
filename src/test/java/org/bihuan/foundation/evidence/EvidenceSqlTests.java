package org.bihuan.foundation.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.people.TestingPeople;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.storage.TestDatabase;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Files of matters between folder and table. */
class EvidenceSqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir Path folder;
  private final UUID matter = UUID.randomUUID();
  private final Actor person = Actor.applicant(UUID.randomUUID(), "");
  private final EvidenceSql sql = new EvidenceSql(DATABASE.jdbc(), new District(140213));

  private Evidence evidence(int caseFiles, int personFiles) {
    var settings = EvidenceFixtures.settings(folder.resolve("files"), caseFiles, personFiles);
    var transactions = new JdbcTransactionManager(DATABASE.dataSource());
    return new Evidence(
        new Vault(settings, CLOCK),
        new Inspection(settings, new EicarScanner()),
        new Shelving(sql, settings, transactions, CLOCK),
        sql,
        TestingPeople.seal(DATABASE, folder),
        CLOCK);
  }

  private StoredFile kept(Evidence evidence, String name, byte[] content) {
    return switch (evidence.put(matter, person, name, new ByteArrayInputStream(content))) {
      case Kept.Stored(var file) -> file;
      case Kept.Refused(var reason) -> throw new AssertionError(reason.code());
    };
  }

  private static Kept refused(FileRefusal reason) {
    return new Kept.Refused(reason);
  }

  @Nested
  class Keeping {

    @Test
    void putsTheContentOnTheDiskUnderItsDigestAndTheRestInTheTable() throws IOException {
      var evidence = evidence(9, 9);
      var file = kept(evidence, "灯.jpg", Photos.photo(1));
      assertThat(evidence.of(matter)).containsExactly(file);
      assertThat(file.kept().located()).isTrue();
      var handed = evidence.hand(matter, file.id(), Evidence.Part.CONTENT, person).orElseThrow();
      assertThat(handed.content().readAllBytes()).hasSize((int) file.bytes());
      assertThat(evidence.hand(matter, file.id(), Evidence.Part.THUMBNAIL, person)).isPresent();
      assertThat(evidence.hand(UUID.randomUUID(), file.id(), Evidence.Part.CONTENT, person))
          .isEmpty();
      assertThat(folder.resolve("files/incoming")).isEmptyDirectory();
    }

    @Test
    void keepsTheSameContentOnce() {
      var evidence = evidence(9, 9);
      var first = kept(evidence, "a.png", Photos.picture("png", 9, 9));
      assertThat(kept(evidence, "b.png", Photos.picture("png", 9, 9))).isEqualTo(first);
      assertThat(evidence.of(matter)).hasSize(1);
    }

    @Test
    void opensTimeAndPlaceForAReasonThatIsWrittenDown() {
      var evidence = evidence(9, 9);
      var file = kept(evidence, "a.jpg", Photos.photo(6));
      var origin = evidence.origin(matter, file.id(), person).orElseThrow();
      assertThat(origin.latitude()).isEqualTo("40.075000");
      var seen = DATABASE.jdbc().sql("select part from evidence.seen where file_id = ?");
      assertThat(seen.param(file.id()).query(String.class).list()).containsExactly("origin");
      var raw = DATABASE.jdbc().sql("select encode(origin, 'escape') from evidence.stored_file");
      assertThat(raw.query(String.class).list()).noneMatch(s -> s != null && s.contains("40.07"));
    }
  }

  @Test
  void handsTimeAndPlaceOutToBeClosedAnew() {
    DATABASE.jdbc().sql("delete from evidence.stored_file").update();
    var file = kept(evidence(9, 9), "a.jpg", Photos.photo(3));
    var closed = sql.after(new UUID(0, 0), 9).getFirst();
    assertThat(closed.row()).isEqualTo(file.id());
    assertThat(sql.closedWith(1)).isOne();
    assertThat(sql.replace(closed, closed.value())).isTrue();
    assertThat(sql.after(file.id(), 9)).isEmpty();
  }

  @Nested
  class Refusing {

    @Test
    void namesTheShareThatIsUsedUpAndCountsNothingTwice() {
      var two = evidence(2, 9);
      kept(two, "a.png", Photos.picture("png", 9, 9));
      kept(two, "b.png", Photos.picture("png", 9, 8));
      var third = new ByteArrayInputStream(Photos.picture("png", 9, 7));
      assertThat(two.put(matter, person, "c.png", third)).isEqualTo(refused(FileRefusal.CASE_FULL));
      var elsewhere = new ByteArrayInputStream(Photos.picture("png", 9, 6));
      var one = evidence(9, 2);
      assertThat(one.put(UUID.randomUUID(), person, "d.png", elsewhere))
          .isEqualTo(refused(FileRefusal.DAY_FULL));
    }

    @Test
    void leavesNothingBehind() {
      var evidence = evidence(9, 9);
      var page = new ByteArrayInputStream(Papers.bytes("<html>"));
      assertThat(evidence.put(matter, person, "a.png", page))
          .isEqualTo(refused(FileRefusal.MISMATCH));
      assertThat(evidence.of(matter)).isEmpty();
      assertThat(folder.resolve("files/incoming")).isEmptyDirectory();
    }

    @Test
    void lastsInTheTableToo() {
      var bad = DATABASE.jdbc().sql("delete from evidence.seen");
      assertThatThrownBy(bad::update).hasStackTraceContaining("permission denied");
    }
  }

  @Nested
  class Sweeping {

    @Test
    void removesOldContentThatNobodyNames() throws IOException {
      var evidence = evidence(9, 9);
      var file = kept(evidence, "a.png", Photos.picture("png", 9, 9));
      var named = place(file.kept().digest());
      var orphan =
          Files.createDirectories(folder.resolve("files/ab")).resolve("ab" + "0".repeat(62));
      Files.writeString(orphan, "x");
      var settings = EvidenceFixtures.settings(folder.resolve("files"));
      var sweep = new Sweep(new Vault(settings, CLOCK), sql, CLOCK);
      Files.setLastModifiedTime(orphan, FileTime.from(NOW));
      sweep.run();
      assertThat(List.of(orphan, named)).allMatch(Files::exists);
      for (var old : List.of(orphan, named)) {
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(2))));
      }
      sweep.run();
      assertThat(orphan).doesNotExist();
      assertThat(named).exists();
    }

    private Path place(String digest) {
      return folder.resolve("files").resolve(digest.substring(0, 2)).resolve(digest);
    }
  }
}
