package org.bihuan.services.grids;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.people.FieldSeal;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The statements on what records say: closed by field key, since it is about people at their doors.
 */
@Component
class ContentSql implements FieldSeal.Column {

  private static final String NAME = "grids-content";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String ADD =
      "insert into grids.content (district, id, sealed) values (:district, :id, :sealed)";

  private static final String FIND =
      "select sealed from grids.content where district = :district and id = :id";

  private static final String AFTER =
      """
      select id, sealed from grids.content
       where district = :district and id > :after order by id limit :limit
      """;

  private static final String REPLACE =
      """
      update grids.content set sealed = :fresh
       where district = :district and id = :id and sealed = :old
      """;

  private static final String CLOSED_WITH =
      """
      select count(*) from grids.content
       where district = :district and get_byte(sealed, 0) = :key
      """;

  private final JdbcClient jdbc;
  private final FieldSeal seal;
  private final int district;

  ContentSql(JdbcClient jdbc, FieldSeal seal, District district) {
    this.jdbc = jdbc;
    this.seal = seal;
    this.district = district.code();
  }

  void add(UUID id, Map<String, String> fields) {
    int rows =
        jdbc.sql(ADD)
            .param("district", district)
            .param("id", id)
            .param("sealed", seal.close(JSON.writeValueAsString(fields), id, NAME))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("content " + id + " was not stored");
    }
  }

  Map<String, String> read(UUID id) {
    var sealed =
        jdbc.sql(FIND)
            .param("district", district)
            .param("id", id)
            .query((row, n) -> row.getBytes("sealed"))
            .single();
    return open(id, sealed);
  }

  Map<String, String> open(UUID id, byte[] sealed) {
    return JSON.readValue(
        seal.open(sealed, id, NAME), new TypeReference<LinkedHashMap<String, String>>() {});
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Closed> after(UUID row, int limit) {
    return jdbc.sql(AFTER)
        .param("district", district)
        .param("after", row)
        .param("limit", limit)
        .query(
            (found, n) ->
                new Closed(UUID.fromString(found.getString("id")), found.getBytes("sealed")))
        .list();
  }

  @Override
  public boolean replace(Closed old, byte[] fresh) {
    return jdbc.sql(REPLACE)
            .param("district", district)
            .param("id", old.row())
            .param("old", old.value())
            .param("fresh", fresh)
            .update()
        == 1;
  }

  @Override
  public long closedWith(int key) {
    return jdbc.sql(CLOSED_WITH)
        .param("district", district)
        .param("key", key)
        .query(Long.class)
        .single();
  }
}
