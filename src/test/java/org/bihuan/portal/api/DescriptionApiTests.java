package org.bihuan.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** What the API says of itself, and what anyone may look up. */
@TestApp
class DescriptionApiTests {

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  private ApiFixtures api;

  @BeforeEach
  void begins() {
    api = new ApiFixtures(port, staff);
  }

  @Nested
  class OpenApi {

    private JsonNode read() {
      return api.get((String) null, "/api/openapi.json").expecting(200).body();
    }

    private static Stream<JsonNode> operations(JsonNode description) {
      return description.path("paths").values().stream().flatMap(p -> p.values().stream());
    }

    @Test
    void listsEveryRoute() {
      var paths = read().path("paths");
      var routes =
          requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
              .filter(
                  r -> r.getValue().getBeanType().getPackageName().equals("org.bihuan.portal.api"))
              .toList();
      assertThat(routes).hasSizeGreaterThanOrEqualTo(12);
      for (var route : routes) {
        for (var path : route.getKey().getPatternValues()) {
          for (RequestMethod method : route.getKey().getMethodsCondition().getMethods()) {
            var operation = paths.path(path).path(method.name().toLowerCase(Locale.ROOT));
            assertThat(operation.path("summary").asString("")).describedAs(path).isNotBlank();
            assertThat(operation.path("tags")).isNotEmpty();
          }
        }
      }
    }

    @Test
    void saysWhatBodiesHold() {
      var description = read();
      var schemas = description.path("components").path("schemas");
      var refs =
          operations(description)
              .flatMap(
                  o ->
                      Stream.concat(
                          o.path("requestBody").findValues("schema").stream(),
                          o.path("responses").findValues("schema").stream()))
              .toList();
      assertThat(refs).hasSizeGreaterThan(20);
      for (var schema : refs) {
        var of = schema.has("items") ? schema.path("items") : schema;
        var name = of.path("$ref").asString("").replaceFirst(".*/", "");
        assertThat(name).describedAs("%s", schema).isNotBlank().isNotEqualTo("Object");
        assertThat(schemas.path(name).path("properties")).describedAs(name).isNotEmpty();
      }
      assertThat(schemas.path("Case").path("properties").propertyNames())
          .contains("number", "stateTitle", "applicant", "clocks", "entries", "acts")
          .doesNotContain("identity", "standing", "subject");
      assertThat(schemas.propertyNames()).noneMatch(n -> n.contains("Node") || n.contains("Actor"));
      assertThat(schemas.path("Problem").path("properties").propertyNames())
          .contains("type", "title", "status", "detail", "message", "refusal", "errors");
    }

    @Test
    void asksForATokenWhereOneIsNeeded() {
      var description = read();
      assertThat(description.at("/components/securitySchemes/bearer/scheme").asString())
          .isEqualTo("bearer");
      assertThat(description.at("/paths/~1api~1v1~1cases/post/security/0/bearer").isArray())
          .isTrue();
      assertThat(description.at("/paths/~1api~1v1~1units/get").has("security")).isFalse();
      assertThat(
              description.at("/paths/~1api~1v1~1cases/post/parameters").findValuesAsString("name"))
          .containsExactly("Idempotency-Key");
    }
  }

  @Nested
  class ReferenceData {

    @ParameterizedTest
    @ValueSource(strings = {"procedures", "items", "areas", "units"})
    void isOpenAndInBothLanguages(String list) {
      var got = api.get((String) null, "/api/v1/" + list).expecting(200);
      assertThat(got.body()).isNotEmpty();
      for (var one : got.body()) {
        var words = one.has("title") ? one.path("title") : one.path("name");
        assertThat(List.of(words.path("zh").asString(""), words.path("en").asString("")))
            .doesNotContain("");
      }
    }

    @Test
    void tellsAProcedureWhole() {
      var got = api.get((String) null, "/api/v1/procedures/licence?item=construction-permit");
      got.expecting(200);
      assertThat(got.body().at("/form/properties").propertyNames()).contains("project", "siteArea");
      assertThat(got.body().path("clocks").findValuesAsString("limit")).contains("7 workday");
      assertThat(got.body().path("states").findValuesAsString("id"))
          .contains("received", "archived");
      var items = api.get((String) null, "/api/v1/items?procedure=licence").expecting(200);
      assertThat(items.body().findValuesAsString("procedure")).containsOnly("licence");
      var streets = api.get((String) null, "/api/v1/areas?under=140213").expecting(200);
      assertThat(streets.body().findValuesAsString("kind")).containsOnly("street");
    }
  }
}
