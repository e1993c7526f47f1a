package org.bihuan.portal.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.Callable;
import org.bihuan.foundation.storage.DatabaseSettings;
import org.bihuan.foundation.storage.Databases;
import org.bihuan.foundation.storage.EmbeddedServer;
import org.bihuan.foundation.storage.StorageFault;
import org.bihuan.portal.demo.Demo;
import org.bihuan.portal.demo.DemoFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The Pingcheng demo: a district with its database, in one command. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "Start the Pingcheng demo with a database of its own.")
class DemoCommand implements Callable<Integer> {

  @Option(names = "--port", defaultValue = "8080", description = "Port to listen on.")
  private int port;

  @Option(
      names = "--data",
      defaultValue = "${sys:bihuan.home:-.}/data/demo",
      description = "Folder of the demo's data.")
  private Path data = CliDatabase.DEMO;

  @Option(names = "--fresh", description = "Throw the demo's data away and begin anew.")
  private boolean fresh;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Ports.requireFree(port);
    if (fresh) {
      DemoFiles.clear(data);
    }
    say("starting the database in " + data);
    var server = EmbeddedServer.claim(data, EmbeddedServer.DURABLE);
    try {
      serve(server, data.toAbsolutePath());
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
    return BihuanCommand.KEEPS_RUNNING;
  }

  private void serve(EmbeddedServer server, Path folder) {
    var database = DatabaseToCome.when(() -> prepare(server, folder));
    var properties = new HashMap<String, Object>();
    properties.put("server.port", port);
    properties.put("bihuan.demo", "true");
    properties.put("bihuan.key-file", folder.resolve("field.key").toString());
    properties.put("bihuan.register.key-file", folder.resolve("register.key").toString());
    properties.put("bihuan.sign-in.key-file", folder.resolve("sign-in.key").toString());
    properties.put("bihuan.evidence.folder", folder.resolve("evidence").toString());
    properties.put("bihuan.letters.sms", "log");
    var house = House.builder().initializers(database).properties(properties).run();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(house, server)));
    if (!Files.isDirectory(folder)) {
      throw new StorageFault("the data folder " + data + " is gone");
    }
    house.getBean(Demo.class).welcome(folder, port).forEach(this::print);
  }

  private static DatabaseSettings prepare(EmbeddedServer server, Path folder) {
    server.begin();
    Databases.ensure(server, CliDatabase.NAME);
    DemoFiles.database(folder, server.superuser(CliDatabase.NAME));
    return server.settings(CliDatabase.NAME);
  }

  private static void stop(
      org.springframework.context.ConfigurableApplicationContext house, EmbeddedServer server) {
    house.close();
    server.close();
  }

  private void print(String line) {
    if (spec != null) {
      spec.commandLine().getOut().println(line);
    }
  }

  private void say(String line) {
    if (spec != null) {
      spec.commandLine().getErr().println(line);
    }
  }
}
