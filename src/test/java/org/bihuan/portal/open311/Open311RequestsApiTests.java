package org.bihuan.portal.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.Act;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class Open311RequestsApiTests extends Open311Client {

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
      var facts = JsonNodeFactory.instance.objectNode().put("ground", "legal-route");
      var act = new Act(file(id).identity().id(), "redirect", dispatcher, null, "依法", facts, null);
      assertThat(cases.perform(List.of(act)).getFirst())
          .isInstanceOf(org.bihuan.loop.cases.Decision.Accepted.class);
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
}
