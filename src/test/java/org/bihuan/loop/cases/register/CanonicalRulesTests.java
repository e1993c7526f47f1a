package org.bihuan.loop.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.storage.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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

  /** The two were computed from the description of the form, by a program in another language. */
  @Test
  void isPinnedByGoldenVectors() {
    assertThat(hex(entry(content("理由", "{\"b\":[1,2.50,null,true],\"a\":{\"x\":\"路灯\"}}"))))
        .isEqualTo("f718c594ebfb7ebc84d1e4e0eb95a8abf6f8ac75dcb98ba91a2e35392d4804d3");
    assertThat(hex(entry(new Entry.Content(null, null))))
        .isEqualTo("9a9bd41f82dd689b846363189fd5b6764690f9b5552d2de49903b9fb0694be86");
  }

  @Test
  void changesWithEveryField() {
    var changes =
        """
        {}
        {"caseId": "00000000-0000-0001-0000-000000000003"}
        {"version": 8}
        {"act": "accepts"}
        {"from": "receiveda", "to": "ccepted"}
        {"to": "accepte"}
        {"at": "2026-11-23T02:00:00.123457Z"}
        {"actor": "00000000-0000-0001-0000-000000000002"}
        {"role": "leader"}
        {"onBehalf": "00000000-0000-0003-0000-000000000004"}
        {"note": null}
        {"note": ""}
        {"data": {"a": 2}}
        {"lane": 3}
        {"position": 41}
        """;
    assertThat(changes.lines().map(CanonicalRulesTests::changed).map(CanonicalRulesTests::hex))
        .hasSize(15)
        .doesNotHaveDuplicates();
  }

  /** The entry with some fields of its exported form written otherwise. */
  private static Entry changed(String fields) {
    var node = RegisterJson.entry(new Written(entry(content("理由", "{\"a\":1}")), SALT, SALT, SALT));
    node.setAll((ObjectNode) Json.read(fields));
    node.properties()
        .removeIf(field -> field.getValue().isNull()); // absent is how an export says it
    return RegisterJson.readEntry(node).entry();
  }

  @Test
  void changesWithTheDistrict() {
    var c = content("理由", "{\"a\":1}");
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
