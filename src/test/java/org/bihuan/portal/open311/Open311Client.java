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
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the standard and what it sends; the tests of both formats stand on it. */
@TestApp
class Open311Client {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired Cases cases;
  @Autowired JdbcClient jdbc;
  private final HttpClient http = HttpClient.newHttpClient();
  String key = "";

  @BeforeEach
  void begins() {
    work.begin();
    key = staff.token(Role.INTEGRATOR);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }

  HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/open311/v2/" + path))
        .header("Accept-Language", "en");
  }

  HttpResponse<String> get(String path) {
    return send(at(path));
  }

  HttpResponse<String> post(String path, String... pairs) {
    return send(form(path, pairs));
  }

  HttpRequest.Builder form(String path, String... pairs) {
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

  static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase("application/json;charset=utf-8");
    return JSON.readTree(answer.body());
  }

  static Document xml(HttpResponse<String> answer) {
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

  static String text(Document xml, String name) {
    return xml.getElementsByTagName(name).item(0).getTextContent();
  }

  /** A sound request of somebody with a name; further pairs override it. */
  String sent(String... more) {
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

  CaseView file(String id) {
    return cases.find(new CaseId(UUID.fromString(id))).orElseThrow();
  }
}
