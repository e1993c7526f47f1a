package org.bihuan.foundation.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bihuan.foundation.letters.Carrier.Carried;
import org.bihuan.foundation.shared.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages to a gateway, and what its answers mean. */
class PostedSmsTests {

  @ParameterizedTest
  @CsvSource({
    "200, handed",
    "202, handed",
    "302, again",
    "400, never",
    "401, never",
    "408, again",
    "429, again",
    "500, again",
    "503, again"
  })
  void goOut(int status, String means) throws IOException {
    var heard = new StringBuilder();
    var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/",
        exchange -> {
          heard.append(exchange.getRequestHeaders().getFirst("Authorization"));
          heard.append(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    gateway.start();
    try {
      var url = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort() + "/send");
      assertThat(meaning(new PostedSms(url, "secret").carry(letter()))).isEqualTo(means);
      assertThat(heard.toString())
          .contains("Bearer secret", "13812341234", "已收到", letter().id().toString());
    } finally {
      gateway.stop(0);
    }
  }

  private static Carrier.Outgoing letter() {
    var words = new Text("已收到", "received");
    return new Carrier.Outgoing(new UUID(7, 7), "13812341234", words, words);
  }

  private static String meaning(Carried carried) {
    return switch (carried) {
      case Carried.Handed _ -> "handed";
      case Carried.Failed(var why, var lasting) -> lasting ? "never" : "again";
    };
  }
}
