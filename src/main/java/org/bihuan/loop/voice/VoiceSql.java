package org.bihuan.loop.voice;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.register.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that keep ratings. */
@Component
class VoiceSql {

  private static final String KEEP =
      """
      insert into voice.rating (district, case_id, version, grade, role, at)
      values (:district, :caseId, :version, :grade, :role, :at)
      """;

  private static final String OPENED =
      """
      insert into voice.redress (district, case_id, version, redress, opened_at)
      values (:district, :caseId, :version, :redress, :at)
      """;

  private static final String LEAVE_OUT =
      """
      update voice.redress set left_out = true
       where district = :district and redress = :redress and not left_out
      """;

  private static final String OF =
      """
      select redress from voice.redress
       where district = :district and case_id = :caseId order by version
      """;

  private static final String ABOUT =
      "select case_id from voice.redress where district = :district and redress = :caseId";

  private final JdbcClient jdbc;
  private final District district;

  VoiceSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district;
  }

  void keep(Entry entry, @Nullable Integer grade) {
    int rows =
        jdbc.sql(KEEP)
            .param("district", district.code())
            .param("caseId", entry.caseId())
            .param("version", entry.version())
            .param("grade", grade)
            .param("role", entry.role().code())
            .param("at", entry.at().atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a rating was not kept");
    }
  }

  /** Keeps which matter mends what was rated. */
  void opened(Entry rated, CaseId redress) {
    int rows =
        jdbc.sql(OPENED)
            .param("district", district.code())
            .param("caseId", rated.caseId())
            .param("version", rated.version())
            .param("redress", redress.value())
            .param("at", rated.at().atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a mending was not kept: " + redress.value());
    }
  }

  /**
   * Leaves the rating out that a mending is about; nothing to do for one that was entered by hand.
   */
  void leaveOut(UUID redress) {
    jdbc.sql(LEAVE_OUT).param("district", district.code()).param("redress", redress).update();
  }

  /** The mendings of a matter, the first first. */
  List<CaseId> mendings(CaseId rated) {
    return ids(OF, rated);
  }

  /** The matter whose rating a mending is about; empty for one that was entered by hand. */
  List<CaseId> rated(CaseId redress) {
    return ids(ABOUT, redress);
  }

  private List<CaseId> ids(String sql, CaseId of) {
    return jdbc.sql(sql)
        .param("district", district.code())
        .param("caseId", of.value())
        .query((row, n) -> new CaseId(Objects.requireNonNull(row.getObject(1, UUID.class))))
        .list();
  }
}
