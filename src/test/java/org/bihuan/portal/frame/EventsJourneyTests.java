package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Counters told by the server: opened with a session, over with it. */
class EventsJourneyTests extends HouseVisits {

  private HttpResponse<InputStream> line() throws IOException, InterruptedException {
    var client = HttpClient.newBuilder().cookieHandler(cookies).build();
    return client.send(at("/desk/events").build(), BodyHandlers.ofInputStream());
  }

  private static BufferedReader reader(HttpResponse<InputStream> answer) {
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void tellTheCountsAndEndWithTheSession() throws IOException, InterruptedException {
    signIn("handler", password);
    var answer = line();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    try (var told = reader(answer)) {
      assertThat(told.readLine()).isEqualTo("event: counts");
      assertThat(told.readLine()).startsWith("data: {\"waiting\":\"");
      assertThat(get("/desk").statusCode()).isEqualTo(200);
      send(form("/sign-out", csrf()));
      var line = told.readLine();
      while (line != null) {
        line = told.readLine();
      }
    }
    assertThat(get("/desk/counters").statusCode()).isNotEqualTo(200);
  }

  @Test
  void areForStaffOnly() {
    assertThat(send(at("/desk/events")).statusCode()).isEqualTo(302);
    assertThat(api("/desk/counters", handlerToken).statusCode()).isEqualTo(302);
  }
}
