package org.bihuan.portal.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

@TestApp
class Open311ApiTests {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  private final HttpClient http = HttpClient.newHttpClient();
  private String key = "";

  @BeforeEach
  void begins() {
    work.begin();
    key = staff.token(Role.INTEGRATOR);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/open311/v2/" + path))
        .header("Accept-Language", "en");
  }

  private HttpResponse<String> get(String path) {
    return send(at(path));
  }

  private HttpResponse<String> post(String path, String... pairs) {
    return send(form(path, pairs));
  }

  private HttpRequest.Builder form(String path, String... pairs) {
    var body = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      body.append(i == 0 ? "" : "&")
          .append(encode(pairs[i]))
          .append('=')
          .append(encode(pairs[i + 1]));
    }
    return at(path)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase("application/json;charset=utf-8");
    return JSON.readTree(answer.body());
  }

  private static Document xml(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase("text/xml;charset=utf-8");
    assertThat(answer.body()).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(answer.body())));
    } catch (SAXException | IOException | ParserConfigurationException broken) {
      throw new AssertionError(answer.body(), broken);
    }
  }

  private static String text(Document xml, String name) {
    return xml.getElementsByTagName(name).item(0).getTextContent();
  }

  /** A sound request of somebody with a name; further pairs override it. */
  private String sent(String... more) {
    var pairs = new java.util.LinkedHashMap<String, String>();
    pairs.put("api_key", key);
    pairs.put("service_code", "street-lamp");
    pairs.put("lat", "40.0912345");
    pairs.put("long", "113.3012345");
    pairs.put("address_string", "古城街道鼓楼东街12号");
    pairs.put("first_name", "San");
    pairs.put("last_name", "Zhang");
    pairs.put("phone", "13812345678");
    pairs.put("description", "三盏路灯不亮 <三天了> & 很黑");
    pairs.put("media_url", "https://example.org/a.jpg");
    for (int i = 0; i < more.length; i += 2) {
      pairs.put(more[i], more[i + 1]);
    }
    var flat = pairs.entrySet().stream().flatMap(e -> List.of(e.getKey(), e.getValue()).stream());
    var answer = post("requests.json", flat.toArray(String[]::new));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return json(answer).path(0).path("service_request_id").asString();
  }

  private CaseView file(String id) {
    return cases.find(new CaseId(UUID.fromString(id))).orElseThrow();
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
  class Sending {

    @Test
    void becomesAMatterByTheOneWindow() {
      var file = file(sent("attribute[danger]", "true"));
      assertThat(file.subject().channel()).isEqualTo("open311");
      assertThat(file.subject().area()).isEqualTo("140213051");
      assertThat(file.unit()).isEqualTo("city-management");
      assertThat(file.facts().path("position").asString()).isEqualTo("40.091234,113.301234");
      assertThat(file.facts().path("danger").asBoolean()).isTrue();
      assertThat(file.state()).isEqualTo("received");
    }

    @Test
    void isAnsweredInXmlWithWhatLeadsBackToIt() {
      var answer =
          post(
              "requests.xml",
              "service_code",
              "noise",
              "address_string",
              "振华街道",
              "first_name",
              "三",
              "last_name",
              "张",
              "phone",
              "13812345679",
              "description",
              "夜里施工很吵");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      var document = xml(answer);
      assertThat(document.getDocumentElement().getTagName()).isEqualTo("service_requests");
      var id = text(document, "service_request_id");
      assertThat(text(document, "service_notice")).contains(file(id).identity().number().value());
      assertThat(file(id).subject().area()).isEqualTo("140213054");
      assertThat(text(xml(get("tokens/" + id + ".xml")), "service_request_id")).isEqualTo(id);
    }

    @Test
    void takesFromAProgramWhatNobodyPutANameTo() {
      var answer =
          post(
              "requests.json",
              "api_key",
              key,
              "service_code",
              "road-damage",
              "lat",
              "40.1",
              "long",
              "113.3");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void twiceIsOnce() {
      var first = sent("device_id", "phone-1");
      assertThat(sent("device_id", "phone-1")).isEqualTo(first);
      assertThat(sent("device_id", "phone-2")).isNotEqualTo(first);
      var body =
          new String[] {"api_key", key, "service_code", "noise", "lat", "40.1", "long", "113.3"};
      var keyed = form("requests.json", body).header("Idempotency-Key", "k-1");
      var one = json(send(keyed)).path(0).path("service_request_id").asString();
      assertThat(json(send(keyed)).path(0).path("service_request_id").asString()).isEqualTo(one);
      var other =
          form(
              "requests.json",
              "api_key",
              key,
              "service_code",
              "waste",
              "lat",
              "40.1",
              "long",
              "113.3");
      assertThat(send(other.header("Idempotency-Key", "k-1")).statusCode()).isEqualTo(400);
    }

    @Test
    void namesEverythingThatIsWrongAndStoresNothing() {
      var before = jdbc.sql("select count(*) from open311.request").query(Long.class).single();
      var answer =
          post(
              "requests.json",
              "service_code",
              "noise",
              "lat",
              "95",
              "long",
              "x",
              "media_url",
              "file:///etc");
      assertThat(answer.statusCode()).isEqualTo(400);
      var words = json(answer).toString();
      assertThat(words).contains("lat is -90 to 90", "media_url", "\"code\":400");
      var unnamed = post("requests.xml", "service_code", "noise", "lat", "40.1", "long", "113.3");
      assertThat(unnamed.statusCode()).isEqualTo(400);
      assertThat(xml(unnamed).getDocumentElement().getTagName()).isEqualTo("errors");
      assertThat(unnamed.body()).contains("phone", "first_name");
      assertThat(jdbc.sql("select count(*) from open311.request").query(Long.class).single())
          .isEqualTo(before);
    }

    @Test
    void isSlowedDownWithoutAKey() {
      HttpResponse<String> last = get("services.json");
      for (int i = 0; i < 40 && last.statusCode() != 429; i++) {
        last = post("requests.json", "service_code", "noise", "lat", "40.1", "long", "113.3");
      }
      assertThat(last.statusCode()).isEqualTo(429);
      assertThat(last.headers().firstValue("Retry-After")).isPresent();
    }
  }

  @Nested
  class Following {

    @Test
    void showsTheSenderWhatWasSentAndStrangersAlmostNothing() {
      var id = sent();
      var own = json(get("requests/" + id + ".json?api_key=" + key)).path(0);
      assertThat(own.path("description").asString()).isEqualTo("三盏路灯不亮 <三天了> & 很黑");
      assertThat(own.path("lat").decimalValue()).isEqualByComparingTo("40.091234");
      assertThat(own.path("media_url").asString()).isEqualTo("https://example.org/a.jpg");
      assertThat(own.path("status").asString()).isEqualTo("open");
      assertThat(own.path("agency_responsible").asString()).isEqualTo("City Management Bureau");
      OffsetDateTime.parse(own.path("requested_datetime").asString());
      OffsetDateTime.parse(own.path("expected_datetime").asString());
      var strange = get("requests/" + id + ".json");
      assertThat(strange.body())
          .doesNotContain(
              "三盏",
              "鼓楼东街12号",
              "40.0912",
              "example.org",
              "Zhang",
              "13812345678",
              file(id).identity().code().value(),
              file(id).identity().code().grouped());
      assertThat(json(strange).path(0).path("address").asString()).isEqualTo("Gucheng Street");
      assertThat(json(strange).path(0).path("lat").decimalValue()).isEqualByComparingTo("40.09");
      var document = xml(get("requests/" + id + ".xml?api_key=" + key));
      assertThat(text(document, "description")).isEqualTo("三盏路灯不亮 <三天了> & 很黑");
    }

    @Test
    void saysWhenItIsClosed() {
      var id = sent();
      var dispatcher = dispatcher();
      var facts = JsonNodeFactory.instance.objectNode().put("route", "请向劳动仲裁部门申请");
      var act = new Act(file(id).identity().id(), "redirect", dispatcher, null, "依法", facts, null);
      cases.perform(List.of(act));
      work.follow();
      var closed = json(get("requests.json?status=closed&api_key=" + key)).toString();
      assertThat(closed).contains(id);
      assertThat(json(get("requests.json?status=open")).toString()).doesNotContain(id);
      assertThat(json(get("requests/" + id + ".json")).path(0).path("status").asString())
          .isEqualTo("closed");
    }

    private org.bihuan.foundation.access.Actor dispatcher() {
      return new org.bihuan.foundation.access.Actor(
          UUID.randomUUID(), "d", java.util.Set.of(Role.DISPATCHER), "dispatch-centre");
    }

    @Test
    void listsByIdServiceAndDay() {
      var one = sent();
      var other = sent("service_code", "noise", "description", "很吵很吵");
      var both = json(get("requests.json?service_request_id=" + one + "," + other));
      assertThat(both.values()).hasSize(2);
      assertThat(json(get("requests.json?service_code=noise")).toString())
          .contains(other)
          .doesNotContain(one);
      assertThat(json(get("requests.json?end_date=2020-01-01T00:00:00Z")).values()).isEmpty();
      assertThat(json(get("requests.json?page_size=1")).values()).hasSize(1);
      var root = xml(get("requests.xml?page_size=1")).getDocumentElement();
      assertThat(root.getTagName()).isEqualTo("service_requests");
      assertThat(root.getFirstChild().getNodeName()).isEqualTo("request");
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
      var names =
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
      var values =
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
      for (int i = 0; i < 120; i++) {
        var pairs = new String[12];
        pairs[0] = "api_key";
        pairs[1] = key;
        for (int n = 2; n < 12; n += 2) {
          pairs[n] = names.get(random.nextInt(names.size()));
          pairs[n + 1] = values.get(random.nextInt(values.size()));
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
