package org.bihuan.foundation.evidence;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.ChinaTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters a file whose content lies on the disk, and counts it against what may be given. */
@Component
class Shelving {

  private static final UUID DISTRICT = new UUID(0, 0);
  private static final String ALL = "all";

  private final EvidenceSql sql;
  private final EvidenceSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Shelving(
      EvidenceSql sql,
      EvidenceSettings settings,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  long fileSize() {
    return settings.fileSize().toBytes();
  }

  /** A look beforehand, so that nobody keeps us busy with files that cannot be kept. */
  @Nullable FileRefusal fullFor(UUID caseId, Actor who) {
    if (sql.used(ofCase(caseId)) >= settings.caseFiles()) {
      return FileRefusal.CASE_FULL;
    }
    return sql.used(ofPerson(who.id())) >= settings.personFiles() ? FileRefusal.DAY_FULL : null;
  }

  Kept shelve(StoredFile file, byte @Nullable [] origin) {
    var kept =
        transaction.execute(
            status -> {
              var full = full(file);
              var meanwhile = sql.same(file.caseId(), file.kept().digest());
              if (full != null || meanwhile.isPresent()) {
                status.setRollbackOnly();
                return meanwhile.<Kept>map(Kept.Stored::new).orElseGet(() -> refused(full));
              }
              sql.add(file, origin);
              return new Kept.Stored(file);
            });
    if (kept == null) {
      throw new IllegalStateException("a transaction gave no outcome");
    }
    return kept;
  }

  private static Kept refused(@Nullable FileRefusal full) {
    return new Kept.Refused(full == null ? FileRefusal.CASE_FULL : full);
  }

  private @Nullable FileRefusal full(StoredFile file) {
    if (!sql.claim(ofCase(file.caseId()), file.bytes())) {
      return FileRefusal.CASE_FULL;
    }
    boolean day =
        List.of(ofPerson(file.given().by()), ofDistrict()).stream()
            .allMatch(share -> sql.claim(share, file.bytes()));
    return day ? null : FileRefusal.DAY_FULL;
  }

  private EvidenceSql.Share ofCase(UUID caseId) {
    return new EvidenceSql.Share(caseId, ALL, settings.caseFiles(), Long.MAX_VALUE);
  }

  private EvidenceSql.Share ofPerson(UUID person) {
    return new EvidenceSql.Share(person, today(), settings.personFiles(), Long.MAX_VALUE);
  }

  private EvidenceSql.Share ofDistrict() {
    return new EvidenceSql.Share(
        DISTRICT, today(), Integer.MAX_VALUE, settings.daySize().toBytes());
  }

  private String today() {
    return ChinaTime.day(clock.instant()).toString();
  }
}
