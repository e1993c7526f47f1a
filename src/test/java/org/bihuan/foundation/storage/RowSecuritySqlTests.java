package org.bihuan.foundation.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The server itself keeps the people and files of one district from another. */
class RowSecuritySqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private static final String ADD =
      """
      insert into people.person (district, id, kind, name, created_at)
      values (?, ?, 'resident', '张三', now())
      """;

  private static long people(JdbcClient jdbc) {
    return jdbc.sql("select count(*) from people.person").query(Long.class).single();
  }

  @Test
  void standsOnEveryTableOfPeopleAndFilesThatHasADistrict() {
    var bare =
        DATABASE
            .jdbc()
            .sql(
                """
                select c.relnamespace::regnamespace || '.' || c.relname
                  from pg_class c
                 where c.relnamespace::regnamespace::text in ('people', 'evidence')
                   and c.relkind in ('r', 'p', 'v', 'm')
                   and (c.relkind in ('v', 'm')
                        or exists (select 1 from pg_attribute a
                                    where a.attrelid = c.oid and a.attname = 'district'))
                   and (not c.relrowsecurity
                        or not exists (select 1 from pg_policy p
                                        where p.polrelid = c.oid and p.polcmd = '*'
                                          and p.polqual is not null))
                """)
            .query(String.class)
            .list();
    assertThat(bare).isEmpty();
  }

  @Test
  void hidesAndRefusesWhatIsOfAnotherDistrict() {
    DATABASE.jdbc().sql(ADD).params(140213, UUID.randomUUID()).update();
    try (HikariDataSource other = Pools.open(DATABASE.settings(), new District(140214))) {
      var jdbc = JdbcClient.create(other);
      assertThat(people(DATABASE.jdbc())).isPositive();
      assertThat(people(jdbc)).isZero();
      assertThat(jdbc.sql("delete from people.person where district = 140213").update()).isZero();
      assertThatThrownBy(() -> jdbc.sql(ADD).params(140213, UUID.randomUUID()).update())
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageContaining("row-level security");
      assertThatThrownBy(
              () -> jdbc.sql("alter table people.person disable row level security").update())
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void showsNothingToAConnectionThatWasNotToldItsDistrict() throws SQLException {
    DATABASE.jdbc().sql(ADD).params(140213, UUID.randomUUID()).update();
    try (var pool = Pools.open(DATABASE.settings(), new District(140213));
        var connection = pool.getConnection()) {
      var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      for (var word : List.of("reset bihuan.district", "set bihuan.district = ''")) {
        jdbc.sql(word).update();
        assertThat(people(jdbc)).as(word).isZero();
      }
    }
  }
}
