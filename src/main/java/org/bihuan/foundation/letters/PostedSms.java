package org.bihuan.foundation.letters;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts messages to a district's gateway as JSON: {@code {id, to, text}}. The id is the same at
 * every try, so that the gateway can refuse to send one twice. Redirects are not followed.
 */
final class PostedSms implements Carrier {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI url;
  private final @Nullable String token;

  PostedSms(URI url, @Nullable String token) {
    this.url = url;
    this.token = token;
  }

  @Override
  public Way way() {
    return Way.SMS;
  }

  @Override
  public Carried carry(Outgoing letter) {
    try {
      var answer = client.send(request(letter), HttpResponse.BodyHandlers.discarding());
      int status = answer.statusCode();
      if (status / 100 == 2) {
        return new Carried.Handed();
      }
      boolean lasting = status / 100 == 4 && status != 408 && status != 429;
      return new Carried.Failed("HTTP " + status, lasting);
    } catch (IOException e) {
      return new Carried.Failed(e.getClass().getSimpleName(), false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Carried.Failed("interrupted", false);
    }
  }

  private HttpRequest request(Outgoing letter) {
    var body = Map.of("id", letter.id().toString(), "to", letter.to(), "text", letter.words().zh());
    var request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    return token == null
        ? request.build()
        : request.header("Authorization", "Bearer " + token).build();
  }
}
