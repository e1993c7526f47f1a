package org.bihuan.services.stations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on matters opened about stations. */
@Component
class TroubleSql {

  /** Whoever is second waits here for the first one's commit, and then finds it. */
  private static final String OPEN =
      """
      insert into stations.trouble (district, station, case_id, kind, subject, opened_at)
      values (:district, :station, :case, :kind, :subject, :at)
      on conflict do nothing
      """;

  private static final String CLOSE =
      """
      update stations.trouble set closed_at = :at
       where district = :district and station = :station and case_id = :case and closed_at is null
      """;

  private static final String REOPEN =
      """
      update stations.trouble t set closed_at = null
       where t.district = :district and t.station = :station and t.case_id = :case
         and not exists (select 1 from stations.trouble o
                          where o.district = t.district and o.station = t.station
                            and o.kind = t.kind and o.subject = t.subject and o.closed_at is null)
      """;

  private static final String READ =
      """
      select station, case_id, kind, subject, opened_at, closed_at is null as open
        from stations.trouble where district = :district
      """;

  private static final String OF_CASES = READ + " and case_id = any (:cases)";

  private static final String OF_STATION =
      READ + " and station = :station order by opened_at desc, case_id limit :limit";

  private static final String OPEN_ONES = READ + " and closed_at is null";

  private final JdbcClient jdbc;
  private final int district;

  TroubleSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** False if a matter about the same thing is open. */
  boolean open(Trouble trouble) {
    return jdbc.sql(OPEN)
            .param("district", district)
            .param("station", trouble.station())
            .param("case", trouble.caseId())
            .param("kind", trouble.kind().code())
            .param("subject", trouble.subject())
            .param("at", utc(trouble.openedAt()))
            .update()
        == 1;
  }

  /** False if it was closed before. */
  boolean close(Trouble trouble, Instant at) {
    return jdbc.sql(CLOSE)
            .param("district", district)
            .param("station", trouble.station())
            .param("case", trouble.caseId())
            .param("at", utc(at))
            .update()
        == 1;
  }

  /** False if another matter about the same thing is open by now. */
  boolean reopen(Trouble trouble) {
    return jdbc.sql(REOPEN)
            .param("district", district)
            .param("station", trouble.station())
            .param("case", trouble.caseId())
            .update()
        == 1;
  }

  List<Trouble> ofCases(Collection<UUID> cases) {
    return jdbc.sql(OF_CASES)
        .param("district", district)
        .param("cases", cases.toArray(UUID[]::new))
        .query((row, n) -> trouble(row))
        .list();
  }

  List<Trouble> ofStation(UUID station, int limit) {
    return jdbc.sql(OF_STATION)
        .param("district", district)
        .param("station", station)
        .param("limit", limit)
        .query((row, n) -> trouble(row))
        .list();
  }

  List<Trouble> open() {
    return jdbc.sql(OPEN_ONES).param("district", district).query((row, n) -> trouble(row)).list();
  }

  /** How many matters are open that are about nothing with a name. */
  long openUnnamed(UUID station) {
    return open().stream()
        .filter(t -> t.station().equals(station) && t.subject().equals(Trouble.OTHER))
        .count();
  }

  Optional<Trouble> openAbout(UUID station, Trouble.Kind kind, String subject) {
    return open().stream()
        .filter(t -> t.station().equals(station) && t.kind() == kind)
        .filter(t -> t.subject().equals(subject))
        .findFirst();
  }

  private static Trouble trouble(ResultSet row) throws SQLException {
    return new Trouble(
        Objects.requireNonNull(row.getObject("station", UUID.class)),
        Objects.requireNonNull(row.getObject("case_id", UUID.class)),
        Trouble.Kind.of(row.getString("kind")),
        row.getString("subject"),
        Objects.requireNonNull(row.getObject("opened_at", OffsetDateTime.class)).toInstant(),
        row.getBoolean("open"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
