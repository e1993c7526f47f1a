package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes content that no matter names: what a crash or a refusal at the last moment left. */
@Component
class Sweep {

  /** Far longer than the moment between a content and its row. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Vault vault;
  private final EvidenceSql sql;
  private final Clock clock;

  Sweep(Vault vault, EvidenceSql sql, Clock clock) {
    this.vault = vault;
    this.sql = sql;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${bihuan.evidence.sweep-every:6h}", initialDelayString = "5m")
  void run() {
    var before = clock.instant().minus(PATIENCE);
    try {
      vault.removeDrafts(before);
      for (var shelf : vault.shelves()) {
        sweep(shelf, before);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("files nobody names could not be removed", e);
    }
  }

  private void sweep(Path shelf, Instant before) throws IOException {
    var lying = vault.untouched(shelf, before);
    var named = sql.named(lying);
    for (var digest : lying) {
      if (!named.contains(digest)) {
        vault.remove(digest, before);
      }
    }
  }
}
