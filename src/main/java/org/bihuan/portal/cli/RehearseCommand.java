package org.bihuan.portal.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.bihuan.foundation.storage.Databases;
import org.bihuan.foundation.storage.EmbeddedServer;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts a demo in a folder of its own, opens the pages people open first, and ends. The build runs
 * it twice in one folder: the first time makes the district, and of the second, a start like any
 * other, the JVM keeps what it loaded.
 */
@Command(name = "rehearse", hidden = true, description = "Start once, open a few pages and end.")
class RehearseCommand implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "Folder of the district; kept.")
  private Path data = CliDatabase.DEMO;

  private static final List<String> PAGES =
      List.of(
          "/",
          "/file",
          "/track",
          "/sign-in",
          "/guides",
          "/api/openapi.json",
          "/api/v1/procedures",
          "/actuator/health");

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (var server = EmbeddedServer.start(data, EmbeddedServer.DURABLE)) {
      Databases.ensure(server, CliDatabase.NAME);
      rehearse(server, data.toAbsolutePath());
    }
    return 0;
  }

  private static void rehearse(EmbeddedServer server, Path folder)
      throws IOException, InterruptedException {
    var properties = new HashMap<>(House.properties(server.settings(CliDatabase.NAME)));
    properties.put("server.port", 0);
    properties.put("bihuan.demo", "true");
    properties.put("bihuan.key-file", folder.resolve("field.key").toString());
    properties.put("bihuan.register.key-file", folder.resolve("register.key").toString());
    properties.put("bihuan.sign-in.key-file", folder.resolve("sign-in.key").toString());
    try (var house = House.builder().properties(properties).run()) {
      visit(house);
    }
  }

  private static void visit(ConfigurableApplicationContext house)
      throws IOException, InterruptedException {
    var port = house.getEnvironment().getRequiredProperty("local.server.port");
    try (var client = HttpClient.newHttpClient()) {
      for (var page : PAGES) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page)).build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
      }
    }
  }
}
