package org.bihuan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Migrations are read by whoever is woken at night: header, names, own schema, nothing volatile.
 */
class MigrationTests {

  private static final Path FOLDER = Worktree.RESOURCES.resolve("db/migration");

  @Nested
  class Keeping {

    @Test
    void findsEveryMigrationInOrder() {
      var modules =
          SourceFile.under(Worktree.MAIN).stream()
              .filter(SourceFile::isPackageInfo)
              .map(source -> source.packageName().replaceFirst(".*\\.", ""))
              .collect(Collectors.toSet());
      assertThat(Migration.under(FOLDER, ".sql"))
          .flatExtracting(migration -> migration.breaches(modules))
          .isEmpty();
    }

    @Test
    void leavesReleasedFilesAsTheyWere() {
      assertThat(Released.breaches(FOLDER.resolve("released.sha256"))).isEmpty();
    }
  }

  @Nested
  class SeenToFail {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            Bad.sql.txt          | is not named V000__noun.sql
            Bad.sql.txt          | does not begin with -- why: / -- locks: / -- undo:
            Bad.sql.txt          | creates another schema: create schema people
            Bad.sql.txt          | creates a table outside its schema: people.person
            Bad.sql.txt          | names another schema: people.person
            Bad.sql.txt          | has no comment on table people.person
            Bad.sql.txt          | has district in people.person, but its primary key starts with id
            Bad.sql.txt          | has a nameless primary key: primary key (id)
            Bad.sql.txt          | has a nameless unique: phone varchar(11) unique
            Bad.sql.txt          | has a nameless check: age integer not null check (age > 0)
            Bad.sql.txt          | has a nameless references: unit uuid references access.unit
            Bad.sql.txt          | has a nameless index: create index on cases.case_file (state)
            Bad.sql.txt          | uses default now
            Bad.sql.txt          | uses default gen_random_uuid
            Bad.sql.txt          | uses varchar
            Bad.sql.txt          | uses bigserial
            Bad.sql.txt          | uses as identity
            Bad.sql.txt          | uses timestamp
            Bad.sql.txt          | uses create trigger
            Bad.sql.txt          | uses create sequence
            Bad.sql.txt          | uses nextval
            Bad.sql.txt          | is not in lower case: SELECT nextval('')
            """)
    void onEachBrokenPromise(String file, String says) {
      assertThat(fixtures()).filteredOn(m -> m.path().endsWith(file)).hasSize(1);
      assertThat(fixtures())
          .filteredOn(m -> m.path().endsWith(file))
          .flatExtracting(m -> m.breaches(Set.of("cases")))
          .anyMatch(line -> line.endsWith(says));
    }

    @Test
    void onAFolderOfNoModule() {
      assertThat(fixtures())
          .flatExtracting(m -> m.breaches(Set.of("people")))
          .anyMatch(line -> line.endsWith("lies in the folder of no module"));
    }

    @Test
    void butNotOnAGoodOne() {
      assertThat(fixtures())
          .filteredOn(m -> m.path().endsWith("V001__good.sql.txt"))
          .hasSize(1)
          .flatExtracting(m -> m.breaches(Set.of("cases")))
          .isEmpty();
    }

    @Test
    void onReleasedFilesThatWereEditedOrRemoved() {
      assertThat(Released.breaches(Worktree.FIXTURES.resolve("migration/released.sha256")))
          .containsExactly(
              "released and edited: cases/Bad.sql.txt",
              "released and gone: cases/V009__gone.sql",
              "not digest, two spaces, path: nonsense");
    }

    private static java.util.List<Migration> fixtures() {
      return Migration.under(Worktree.FIXTURES.resolve("migration"), ".sql.txt");
    }
  }
}
