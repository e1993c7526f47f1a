package org.bihuan.insight.rates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.Columns;
import org.bihuan.foundation.shared.District;
import org.bihuan.insight.rates.Period.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on the sums a board reads. */
@Component
class CellSql {

  /** Rows are taken in one order, so that two lanes never wait for each other in a circle. */
  private static final String ADD =
      """
      insert into rates.cell as c
      select :district, r.*
        from jsonb_to_recordset(cast(:rows as jsonb)) as r
             (unit text, face text, grain text, start date, name text,
              responded_yes bigint, responded_no bigint, responded_aside bigint, responded_out bigint,
              solved_yes bigint, solved_no bigint, solved_aside bigint, solved_out bigint,
              satisfied_yes bigint, satisfied_no bigint, satisfied_aside bigint, satisfied_out bigint,
              recurred_yes bigint, recurred_no bigint, recurred_aside bigint, recurred_out bigint)
       order by r.unit, r.face, r.grain, r.start, r.name
      on conflict on constraint cell_pk do update
         set responded_yes = c.responded_yes + excluded.responded_yes,
             responded_no = c.responded_no + excluded.responded_no,
             responded_aside = c.responded_aside + excluded.responded_aside,
             responded_out = c.responded_out + excluded.responded_out,
             solved_yes = c.solved_yes + excluded.solved_yes,
             solved_no = c.solved_no + excluded.solved_no,
             solved_aside = c.solved_aside + excluded.solved_aside,
             solved_out = c.solved_out + excluded.solved_out,
             satisfied_yes = c.satisfied_yes + excluded.satisfied_yes,
             satisfied_no = c.satisfied_no + excluded.satisfied_no,
             satisfied_aside = c.satisfied_aside + excluded.satisfied_aside,
             satisfied_out = c.satisfied_out + excluded.satisfied_out,
             recurred_yes = c.recurred_yes + excluded.recurred_yes,
             recurred_no = c.recurred_no + excluded.recurred_no,
             recurred_aside = c.recurred_aside + excluded.recurred_aside,
             recurred_out = c.recurred_out + excluded.recurred_out
      """;

  private static final String SUMS =
      """
      select {by} as name,
             sum(responded_yes) as responded_yes, sum(responded_no) as responded_no,
             sum(responded_aside) as responded_aside, sum(responded_out) as responded_out,
             sum(solved_yes) as solved_yes, sum(solved_no) as solved_no,
             sum(solved_aside) as solved_aside, sum(solved_out) as solved_out,
             sum(satisfied_yes) as satisfied_yes, sum(satisfied_no) as satisfied_no,
             sum(satisfied_aside) as satisfied_aside, sum(satisfied_out) as satisfied_out,
             sum(recurred_yes) as recurred_yes, sum(recurred_no) as recurred_no,
             sum(recurred_aside) as recurred_aside, sum(recurred_out) as recurred_out
        from unnest(cast(:grains as text[]), cast(:froms as date[]), cast(:tos as date[]))
               as s (grain, first, last)
        join rates.cell c
          on c.district = :district and c.unit = :unit and c.face = :face and c.grain = s.grain
         and c.start between s.first and s.last
       group by 1 order by 1
      """;

  private static final String BY_NAME = "c.name";
  private static final String BY_DAY = "to_char(c.start, 'YYYY-MM-DD')";
  private static final String BY_MONTH = "to_char(c.start, 'YYYY-MM')";

  private final JdbcClient jdbc;
  private final int district;

  CellSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** Adds what is new to the sums; counts may be less than zero where something changed. */
  void add(String rows, int count) {
    int kept = jdbc.sql(ADD).param("district", district).param("rows", rows).update();
    if (kept != count) {
      throw new IllegalStateException("of " + count + " sums " + kept + " were kept");
    }
  }

  List<Rates.Line> lines(String unit, Face face, Period period) {
    return sums(BY_NAME, unit, face, period.stretches());
  }

  List<Rates.Line> course(String unit, Period period, boolean months) {
    var stretches =
        months ? period.stretches() : List.of(new Stretch("day", period.from(), period.to()));
    return sums(months ? BY_MONTH : BY_DAY, unit, Face.UNIT, stretches);
  }

  private List<Rates.Line> sums(String by, String unit, Face face, List<Stretch> stretches) {
    return jdbc.sql(SUMS.replace("{by}", by))
        .param("district", district)
        .param("unit", unit)
        .param("face", face.code())
        .param("grains", Columns.texts(stretches, Stretch::grain))
        .param("froms", Columns.texts(stretches, Stretch::from))
        .param("tos", Columns.texts(stretches, Stretch::to))
        .query((row, n) -> new Rates.Line(row.getString("name"), shares(row)))
        .list();
  }

  /** The driver takes no arrays of days. */
  private static Map<Rate, Share> shares(ResultSet row) throws SQLException {
    var shares = new EnumMap<Rate, Share>(Rate.class);
    for (var rate : Rate.values()) {
      var share =
          new Share(
              count(row, rate, Weight.YES),
              count(row, rate, Weight.NO),
              count(row, rate, Weight.ASIDE),
              count(row, rate, Weight.OUT));
      shares.put(rate, share);
    }
    return shares;
  }

  private static long count(ResultSet row, Rate rate, Weight weight) throws SQLException {
    return row.getLong(Books.column(rate, weight));
  }

  /** Forgets everything that was counted, to be counted again. */
  void forget() {
    for (var table : List.of("cell", "fact", "dossier", "spot")) {
      jdbc.sql("delete from rates." + table + " where district = :district")
          .param("district", district)
          .update();
    }
  }
}
