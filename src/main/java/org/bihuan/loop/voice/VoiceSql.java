package org.bihuan.loop.voice;

import java.time.ZoneOffset;
import org.bihuan.foundation.shared.District;
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
}
