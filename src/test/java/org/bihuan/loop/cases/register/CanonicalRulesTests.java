package org.bihuan.loop.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.storage.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class CanonicalRulesTests {

  private static final byte[] SALT = new byte[16];
  private static final UUID CASE = new UUID(1, 2);
  private static final UUID ACTOR = new UUID(3, 4);
  private static final Instant AT = Instant.parse("2026-11-23T02:00:00.123456Z");

  private static Entry entry(Entry.Content content) {
    return new Entry(
        CASE,
        7,
        "accept",
        "received",
        "accepted",
        AT,
        ACTOR,
        Role.DISPATCHER,
        null,
        content,
        new Entry.Place(2, 40));
  }

  private static Entry.Content content(@Nullable String note, String json) {
    return new Entry.Content(note, Json.read(json));
  }

  private static String hex(Entry entry) {
    var commitment = Canonical.commitment(SALT, entry.content());
    return HexFormat.of().formatHex(Canonical.digest(new byte[32], 140213, entry, commitment));
  }

  private static String committed(String json) {
    return HexFormat.of().formatHex(Canonical.commitment(SALT, content(null, json)));
  }

  @Test
  void isPinnedByGoldenVectors() {
    assertThat(hex(entry(content("理由", "{\"b\":[1,2.50,null,true],\"a\":{\"x\":\"路灯\"}}"))))
        .isEqualTo("GOLDEN1");
    assertThat(hex(entry(new Entry.Content(null, null)))).isEqualTo("GOLDEN2");
  }

  @Test
  void changesWithEveryField() {
    var c = content("理由", "{\"a\":1}");
    var place = new Entry.Place(2, 40);
    var all = new ArrayList<Entry>();
    all.add(entry(c));
    all.add(
        new Entry(
            new UUID(1, 3),
            7,
            "accept",
            "received",
            "accepted",
            AT,
            ACTOR,
            Role.DISPATCHER,
            null,
            c,
            place));
    all.add(
        new Entry(
            CASE, 8, "accept", "received", "accepted", AT, ACTOR, Role.DISPATCHER, null, c, place));
    all.add(
        new Entry(
            CASE,
            7,
            "accepts",
            "received",
            "accepted",
            AT,
            ACTOR,
            Role.DISPATCHER,
            null,
            c,
            place));
    all.add(
        new Entry(
            CASE, 7, "accept", "receiveda", "ccepted", AT, ACTOR, Role.DISPATCHER, null, c, place));
    all.add(
        new Entry(
            CASE, 7, "accept", "received", "accepte", AT, ACTOR, Role.DISPATCHER, null, c, place));
    all.add(
        new Entry(
            CASE,
            7,
            "accept",
            "received",
            "accepted",
            AT.plusNanos(1000),
            ACTOR,
            Role.DISPATCHER,
            null,
            c,
            place));
    all.add(
        new Entry(
            CASE, 7, "accept", "received", "accepted", AT, CASE, Role.DISPATCHER, null, c, place));
    all.add(
        new Entry(
            CASE, 7, "accept", "received", "accepted", AT, ACTOR, Role.LEADER, null, c, place));
    all.add(
        new Entry(
            CASE,
            7,
            "accept",
            "received",
            "accepted",
            AT,
            ACTOR,
            Role.DISPATCHER,
            ACTOR,
            c,
            place));
    all.add(entry(content(null, "{\"a\":1}")));
    all.add(entry(content("", "{\"a\":1}")));
    all.add(entry(content("理由", "{\"a\":2}")));
    all.add(
        new Entry(
            CASE,
            7,
            "accept",
            "received",
            "accepted",
            AT,
            ACTOR,
            Role.DISPATCHER,
            null,
            c,
            new Entry.Place(3, 40)));
    all.add(
        new Entry(
            CASE,
            7,
            "accept",
            "received",
            "accepted",
            AT,
            ACTOR,
            Role.DISPATCHER,
            null,
            c,
            new Entry.Place(2, 41)));
    assertThat(all.stream().map(CanonicalRulesTests::hex)).doesNotHaveDuplicates();
    var other = Canonical.digest(new byte[32], 140214, entry(c), Canonical.commitment(SALT, c));
    assertThat(HexFormat.of().formatHex(other)).isNotEqualTo(hex(entry(c)));
  }

  @Test
  void tellsValuesApartThatLookAlike() {
    var different =
        List.of(
            "{}",
            "[]",
            "null",
            "true",
            "false",
            "\"true\"",
            "\"null\"",
            "\"\"",
            "\"1\"",
            "1",
            "[[]]",
            "[{}]",
            "{\"a\":null}",
            "{\"a\":\"\"}",
            "[\"a\",\"b\"]",
            "[\"ab\"]",
            "{\"a\":{\"b\":1}}",
            "{\"a\":1,\"b\":1}",
            "[null]",
            "[false]",
            "0",
            "-1",
            "1.5");
    assertThat(different.stream().map(CanonicalRulesTests::committed)).doesNotHaveDuplicates();
  }

  @Test
  void writesTheSameNumberAlwaysTheSame() {
    assertThat(committed("[100,0,1.5]")).isEqualTo(committed("[1e2,-0.0,1.50]"));
    assertThat(committed("{\"b\":1,\"a\":2}")).isEqualTo(committed("{\"a\":2.0,\"b\":1.0}"));
    var doubled = JsonNodeFactory.instance.arrayNode().add(0.1).add(1e10).add(3);
    assertThat(Canonical.same(doubled, Json.read("[0.10,10000000000,3.0]"))).isTrue();
  }

  @Test
  void isTheSameAfterTheDatabase() {
    var jdbc = TestDatabase.fresh().jdbc();
    for (var json :
        List.of(
            "{\"n\":[1.0,1e2,-0,-0.0,1e-7,123456789012345678901234567890,0.1,1.00000000000000000001]}",
            "{\"z\":1,\"a\":{\"b\":null,\"a\":true},\"中\":\"路灯\uD83D\uDEA6\",\"aa\":false}",
            "{\"t\":\"\\\"\\\\\\n\\t\\u2028 é é\",\"e\":\"\",\"\":[]}",
            "[[],{},[null,[true,[1]]]]")) {
      JsonNode sent = Json.read(json);
      var back =
          jdbc.sql("select cast(:json as jsonb)::text")
              .param("json", Json.write(sent))
              .query(String.class)
              .single();
      assertThat(Canonical.same(Json.read(back), sent)).as(back).isTrue();
      assertThat(committed(back)).isEqualTo(committed(json));
    }
  }
}
