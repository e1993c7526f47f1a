package org.bihuan.portal.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.bihuan.foundation.access.Role;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Open311ApiTests extends Open311Client {

  private static final List<String> NAMES =
      List.of(
          "service_code",
          "lat",
          "long",
          "address_string",
          "address_id",
          "description",
          "phone",
          "first_name",
          "email",
          "media_url",
          "attribute[danger]",
          "attribute[area]",
          "attribute[" + "x".repeat(300),
          "device_id",
          "jurisdiction_id");
  private static final List<String> VALUES =
      List.of(
          "noise",
          "",
          " ",
          "1e309",
          "-0",
          "999999999999999999999",
          "\u0000",
          "\uD800",
          "<!DOCTYPE x>",
          "]]>",
          "' or 1=1 --",
          "\u202Eabc",
          "a".repeat(5000),
          "true",
          "140213051",
          "40.1");

  private static String any(List<String> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }

  @Nested
  class Offering {

    @Test
    void isDiscoveredInBothFormats() {
      var found = json(get("discovery.json"));
      assertThat(found.path("endpoints").path(0).path("url").asString())
          .isEqualTo("http://localhost:" + port + "/open311/v2");
      assertThat(found.path("endpoints").path(0).path("formats").values()).hasSize(2);
      assertThat(text(xml(get("discovery.xml")), "specification")).contains("GeoReport_v2");
    }

    @Test
    void listsWhatPeopleMayRaiseWithoutPapers() {
      var services = json(get("services.json"));
      assertThat(services.isArray()).isTrue();
      var codes = services.values().stream().map(s -> s.path("service_code").asString()).toList();
      assertThat(codes).contains("street-lamp", "noise").doesNotContain("construction-permit");
      var lamp =
          services.values().stream()
              .filter(s -> s.path("service_code").asString().equals("street-lamp"))
              .findFirst()
              .orElseThrow();
      assertThat(lamp.path("metadata").isBoolean()).isTrue();
      assertThat(lamp.path("service_name").asString()).isEqualTo("Street lamps");
      assertThat(lamp.path("group").asString()).isEqualTo("City and streets");
      var document = xml(get("services.xml?jurisdiction_id=140213"));
      assertThat(document.getDocumentElement().getTagName()).isEqualTo("services");
      assertThat(document.getElementsByTagName("service").getLength()).isEqualTo(codes.size());
      assertThat(get("services.json?lang=zh").body()).contains("路灯照明");
    }

    @Test
    void definesEachService() {
      var definition = json(get("services/street-lamp.json"));
      assertThat(definition.path("service_code").asString()).isEqualTo("street-lamp");
      var attributes = definition.path("attributes");
      assertThat(attributes.path(0).path("code").asString()).isEqualTo("area");
      assertThat(attributes.path(0).path("values").values()).hasSizeGreaterThan(10);
      for (var attribute : attributes.values()) {
        assertThat(attribute.path("datatype").asString())
            .isIn("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist");
        assertThat(attribute.path("required").isBoolean()).isTrue();
        assertThat(attribute.path("code").asString()).isNotEqualTo("complex");
      }
      assertThat(text(xml(get("services/noise.xml")), "code")).isEqualTo("area");
    }
  }

  @Nested
  class Wrong {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "services/nothing.%s",
          "requests/nothing.%s",
          "requests/00000000-0000-7000-8000-000000000000.%s",
          "tokens/nothing.%s",
          "nothing.%s",
          "services.%s?jurisdiction_id=elsewhere"
        })
    void isNotFoundInTheFormatThatWasAskedFor(String path) {
      var xml = get(path.formatted("xml"));
      assertThat(xml.statusCode()).isEqualTo(404);
      assertThat(text(xml(xml), "code")).isEqualTo("404");
      assertThat(json(get(path.formatted("json"))).path(0).path("description").asString())
          .isNotBlank();
    }

    @Test
    void isAKeyThatIsNone() {
      assertThat(get("services.json?api_key=none").statusCode()).isEqualTo(403);
      var handler = staff.token(Role.HANDLER);
      var answer =
          post(
              "requests.json",
              "api_key",
              handler,
              "service_code",
              "noise",
              "lat",
              "40",
              "long",
              "113");
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).doesNotContain(handler);
    }

    @Test
    void isAnotherMethodOrFormat() {
      assertThat(post("services.json").statusCode()).isEqualTo(404);
      assertThat(get("services.yaml").statusCode()).isEqualTo(404);
      assertThat(get("services").statusCode()).isEqualTo(404);
    }

    /** Whatever is sent, the answer is one of the specification's and can be read. */
    @Test
    void neverIsAFault() {
      var random = new Random(311);
      for (int i = 0; i < 120; i++) {
        var pairs = new String[12];
        pairs[0] = "api_key";
        pairs[1] = key;
        for (int n = 2; n < 12; n += 2) {
          pairs[n] = any(NAMES, random);
          pairs[n + 1] = any(VALUES, random);
        }
        var answer = post(i % 2 == 0 ? "requests.json" : "requests.xml", pairs);
        assertThat(answer.statusCode()).as(String.join("|", pairs)).isIn(201, 400, 404);
        if (i % 2 == 0) {
          assertThat(json(answer).isArray()).isTrue();
        } else {
          xml(answer);
        }
      }
    }

    @Test
    void datesAndPagesAreNoFaultEither() {
      for (var bad : List.of("x", "0000-00-00", "2026-11-24T25:00:00Z", "%00", "9".repeat(400))) {
        for (var name : List.of("start_date", "end_date", "page", "page_size", "status")) {
          assertThat(get("requests.xml?" + name + "=" + bad).statusCode()).isEqualTo(400);
        }
      }
      assertThat(get("requests.json?page=1000&page_size=1000").statusCode()).isEqualTo(200);
    }
  }
}
