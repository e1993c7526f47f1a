package org.bihuan.bench;

import java.nio.file.Path;
import java.util.Objects;

/** What the server itself counts. */
final class Meter {

  private static final String WRITTEN =
      "select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint";

  private static final String IMAGES = "select wal_fpi from pg_stat_wal";

  private static final String COMMITS =
      "select xact_commit from pg_stat_database where datname = '%s'";

  private static final String STATEMENTS =
      """
      select coalesce(sum(calls), 0)::bigint from pg_stat_statements s
        join pg_database d on d.oid = s.dbid where d.datname = '%s'
      """;

  private final Arena arena;
  private final Path dataDirectory;

  Meter(Arena arena) {
    this.arena = arena;
    this.dataDirectory =
        Path.of(Objects.requireNonNull(arena.tell("postgres", "show data_directory")));
  }

  /** Processor time used so far. */
  Effort effort() {
    return Effort.now(dataDirectory);
  }

  /** Bytes of log written by the whole server so far. */
  long wal() {
    return arena.ask("postgres", WRITTEN);
  }

  /**
   * What a database has seen so far.
   *
   * @param commits transactions committed
   * @param statements statements clients sent, as the server counts them
   * @param images full pages the whole server wrote to its log after a checkpoint
   */
  record Reading(long commits, long statements, long images) {

    Reading since(Reading before) {
      return new Reading(
          commits - before.commits, statements - before.statements, images - before.images);
    }
  }

  /** Sessions tell their counts when they end or within a second: read it when they are closed. */
  Reading read(String database) {
    return new Reading(
        arena.ask("postgres", COMMITS.formatted(database)),
        arena.ask("postgres", STATEMENTS.formatted(database)),
        arena.ask("postgres", IMAGES));
  }
}
