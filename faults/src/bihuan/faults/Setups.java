package bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bihuan.foundation.storage.StorageFault;

/** R25: the product is started on set-ups that would break its promises. */
final class Setups implements Scenario {

  /** These are left to the server's files, so that the scenario can turn them. */
  private static final Map<String, String> TURNABLE =
      Map.of("fsync", "", "full_page_writes", "", "synchronous_commit", "");

  /**
   * A set-up that is wrong.
   *
   * @param name in words
   * @param wrong what makes it so
   * @param right what undoes it
   * @param settings what the product is told besides
   * @param says a word of the reason it must give
   */
  private record Setup(
      String name, String wrong, String right, Map<String, Object> settings, String says) {

    static Setup sql(String name, String wrong, String right, String says) {
      return new Setup(name, wrong, right, Map.of(), says);
    }

    static Setup told(String name, Map<String, Object> settings, String says) {
      return new Setup(name, "select 1", "select 1", settings, says);
    }
  }

  @Override
  public String name() {
    return "setups";
  }

  @Override
  public String promise() {
    return "R25";
  }

  @Override
  public String says() {
    return "On a set-up that would break a promise the product does not start, and says why.";
  }

  @Override
  public void run(Trial trial) throws Exception {
    int refused = 0;
    try (var place = trial.town().place(trial.folder("place"), TURNABLE)) {
      prepare(place);
      var setups = new ArrayList<>(ofTheServer());
      setups.addAll(ofTheLogin(place));
      setups.addAll(ofDatabaseAndKeys(place));
      for (var setup : setups) {
        refused += refused(trial, place, setup);
      }
      process(trial, place);
      var sound = Setup.told("a sound set-up", Map.of(), "nothing");
      trial.control("a sound set-up called wrong", problems(place, sound));
    }
    refused += checksums(trial);
    trial.number("wrong set-ups refused", refused);
  }

  private static void prepare(Place place) throws SQLException, IOException {
    place.asRoot(
        "create role strong login superuser password 'strong'",
        "create database latin encoding 'LATIN1' locale 'C' template template0",
        "create database plain encoding 'UTF8' locale 'C' template template0");
    try (var house = House.open(place)) {
      new Matters(house).open(1);
    }
    Files.write(place.folder().resolve("short.key"), new byte[7]);
    Files.write(place.folder().resolve("other.key"), new byte[32]);
    Files.writeString(place.folder().resolve("seal.key"), "no key");
  }

  private static List<Setup> ofTheServer() {
    var found = new ArrayList<Setup>();
    for (var setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      found.add(
          Setup.sql(
              setting + " off",
              "alter system set " + setting + " = off",
              "alter system reset " + setting,
              setting));
    }
    found.add(
        Setup.sql(
            "synchronous_commit off for the application alone",
            "alter role bihuan_app set synchronous_commit = off",
            "alter role bihuan_app reset synchronous_commit",
            "synchronous_commit"));
    return found;
  }

  private static List<Setup> ofTheLogin(Place place) {
    return List.of(
        Setup.sql(
            "the application bypasses row security",
            "alter role bihuan_app bypassrls",
            "alter role bihuan_app nobypassrls",
            "BYPASSRLS"),
        Setup.sql(
            "the application is a superuser",
            "alter role bihuan_app superuser",
            "alter role bihuan_app nosuperuser",
            "superuser"),
        Setup.sql(
            "the application owns a table",
            "alter table boards.tally owner to bihuan_app",
            "alter table boards.tally owner to bihuan_owner",
            "owns the table"),
        Setup.told(
            "signed in as a superuser",
            Map.of("bihuan.database.user", "strong", "bihuan.database.password", "strong"),
            "superuser"),
        Setup.told("a wrong password", Map.of("bihuan.database.password", "guess"), "password"),
        Setup.told("no such database", Map.of("bihuan.database.url", place.url() + "x"), "exist"));
  }

  private static List<Setup> ofDatabaseAndKeys(Place place) {
    var folder = place.folder();
    return List.of(
        Setup.told(
            "another encoding", Map.of("bihuan.database.url", other(place, "latin")), "UTF8"),
        Setup.told(
            "another lc_ctype", Map.of("bihuan.database.url", other(place, "plain")), "ctype"),
        Setup.told(
            "nobody at the address",
            Map.of("bihuan.database.url", "jdbc:postgresql://127.0.0.1:1/bihuan"),
            "refused"),
        Setup.told("no address", Map.of("bihuan.database.url", ""), "no database is set"),
        Setup.told(
            "a key file that is too short",
            Map.of("bihuan.key-file", folder.resolve("short.key").toString()),
            "bytes"),
        Setup.told(
            "the key file of another district",
            Map.of("bihuan.key-file", folder.resolve("other.key").toString()),
            "key"),
        Setup.told(
            "no key of the register",
            Map.of("bihuan.register.key-file", folder.resolve("seal.key").toString()),
            "key cannot be used"));
  }

  private static String other(Place place, String database) {
    return place.url().replaceFirst("/[a-z]+$", "/" + database);
  }

  private static int refused(Trial trial, Place place, Setup setup) throws Exception {
    place.asRoot(setup.wrong(), "select pg_reload_conf()");
    Thread.sleep(150);
    var problems = problems(place, setup);
    place.asRoot(setup.right(), "select pg_reload_conf()");
    trial.faults(problems);
    return problems.isEmpty() ? 1 : 0;
  }

  /** Empty if the product refuses the set-up and says why. */
  private static List<String> problems(Place place, Setup setup) {
    try (var house = House.open(place, setup.settings())) {
      return List.of(setup.name() + ": not refused, " + house.getId() + " started");
    } catch (RuntimeException e) {
      var said = new StringBuilder();
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        said.append(cause.getMessage()).append(" / ");
      }
      return said.toString().contains(setup.says())
          ? List.of()
          : List.of(setup.name() + ": refused without the reason: " + said);
    }
  }

  /** The whole program: it ends by itself, not with 0, and says one sentence. */
  private static void process(Trial trial, Place place) throws Exception {
    place.asRoot("alter system set fsync = off", "select pg_reload_conf()");
    var log = place.folder().resolve("refused.log");
    var arguments = List.of("serve", "--port", Integer.toString(Product.freePort()));
    var builder = trial.town().product().command(place.options(place.url()), arguments, log);
    builder.environment().put("BIHUAN_DATABASE_URL", place.url());
    var process = builder.start();
    boolean ended = process.waitFor(90, TimeUnit.SECONDS);
    process.destroyForcibly().onExit().join();
    trial.require(ended && process.exitValue() == 1, "the program did not end with 1");
    trial.require(
        Files.readString(log).contains("bihuan: the database runs with fsync off"),
        "the program did not say why it ended");
    place.asRoot("alter system reset fsync", "select pg_reload_conf()");
  }

  /** A server made without checksums, which it cannot be given while it runs. */
  private static int checksums(Trial trial) throws Exception {
    var folder = trial.folder("unchecked");
    trial.town().copy(folder);
    Shell.run("rm", "-rf", folder.resolve("postgres").toString());
    initialise(folder);
    try (var place = trial.town().open(folder, Map.of())) {
      var setup = Setup.told("no checksums", Map.of(), "data_checksums");
      var problems = problems(place, setup);
      trial.faults(problems);
      return problems.isEmpty() ? 1 : 0;
    }
  }

  private static void initialise(Path folder) throws IOException, InterruptedException {
    var secret =
        Files.readAllLines(folder.resolve("secrets.properties")).stream()
            .filter(line -> line.startsWith("superuser="))
            .map(line -> line.substring(line.indexOf('=') + 1))
            .findFirst()
            .orElseThrow(() -> new StorageFault("the town has no secrets"));
    var password = Files.writeString(folder.resolve("password"), secret);
    var line =
        new ArrayList<>(
            List.of(
                binaries().resolve("initdb").toString(),
                "-D",
                folder.resolve("postgres").toString()));
    line.addAll(List.of("-U", "postgres", "-A", "scram-sha-256", "--pwfile=" + password));
    line.addAll(List.of("-E", "UTF8", "--locale=C.UTF-8", "--no-data-checksums"));
    if ("root".equals(System.getProperty("user.name"))) {
      line.addAll(0, List.of("unshare", "-U"));
    }
    Shell.run(line.toArray(String[]::new));
  }

  /** Where the product unpacked its server. */
  private static Path binaries() throws IOException {
    for (var root : List.of(System.getProperty("user.home") + "/.cache", "/tmp")) {
      try (var found = Files.find(Path.of(root), 5, (path, a) -> path.endsWith("bin/initdb"))) {
        var first = found.filter(path -> path.toString().contains("bihuan")).findFirst();
        if (first.isPresent()) {
          return first.get().getParent();
        }
      }
    }
    throw new IOException("the product's server is not unpacked");
  }
}
