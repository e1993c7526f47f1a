package org.bihuan.foundation.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A PostgreSQL of our own in a folder: durable by default, one JVM at a time, recovered by itself
 * after either process was killed. A server whose JVM died is adopted; a server that died is
 * started again on the same port; a live server in use by another JVM is never touched.
 */
public final class EmbeddedServer implements AutoCloseable {

  /** Settings that make an acknowledged write survive a power cut. */
  public static final Map<String, String> DURABLE =
      Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

  private static final System.Logger LOG = System.getLogger(EmbeddedServer.class.getName());

  private final Path folder;
  private final Map<String, String> settings;
  private final Postmaster postmaster;
  private final FileLock lock;
  private final Secrets secrets;
  private int port;
  private volatile boolean closed;

  private EmbeddedServer(
      Path folder, Map<String, String> settings, FileLock lock, Secrets secrets) {
    this.folder = folder;
    this.settings = new TreeMap<>(settings);
    this.postmaster = new Postmaster(folder.resolve("postgres"));
    this.lock = lock;
    this.secrets = secrets;
  }

  /**
   * Starts, adopts or recovers the server of a folder.
   *
   * @param folder where data, log and passwords live; made if absent
   * @param settings server settings, normally {@link #DURABLE}
   * @throws StorageFault in one sentence: folder not writable, in use, server does not start
   */
  public static EmbeddedServer start(Path folder, Map<String, String> settings) {
    var server = claim(folder, settings);
    server.begin();
    return server;
  }

  /**
   * Takes a folder for this process; its server does not run before {@link #begin}, which may be
   * called while other things are made ready.
   *
   * @param folder where data, log and passwords live; made if absent
   * @param settings server settings, normally {@link #DURABLE}
   * @throws StorageFault in one sentence: folder not writable, in use
   */
  public static EmbeddedServer claim(Path folder, Map<String, String> settings) {
    try {
      Files.createDirectories(folder);
      var home = folder.toRealPath();
      return new EmbeddedServer(home, settings, lock(home), Secrets.readOrMake(home));
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /**
   * Starts, adopts or recovers the server of the claimed folder.
   *
   * @throws StorageFault in one sentence: folder not writable, server does not start
   */
  public void begin() {
    try {
      bringUp();
    } catch (IOException e) {
      throw unusable(folder, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StorageFault("interrupted while starting the database", e);
    }
  }

  private static StorageFault unusable(Path folder, IOException cause) {
    return new StorageFault("cannot use the data folder " + folder + ": it is not writable", cause);
  }

  /** How to reach the live server of a folder that another process looks after, if there is one. */
  public static Optional<DatabaseSettings> running(Path folder, String database) {
    try {
      var port = new Postmaster(folder.toRealPath().resolve("postgres")).livePort();
      var secrets = Secrets.readOrMake(folder);
      return port.map(p -> settings(p, secrets, database));
    } catch (IOException e) {
      throw new StorageFault("cannot read the data folder " + folder, e);
    }
  }

  /** The superuser's settings for the live server of a folder. */
  static DatabaseSettings superuserOf(Path folder, String database) {
    try {
      var port = new Postmaster(folder.toRealPath().resolve("postgres")).livePort();
      if (port.isEmpty()) {
        throw new StorageFault("no server is running in " + folder);
      }
      var root = Secrets.readOrMake(folder).superuser();
      return new DatabaseSettings(url(port.get(), database), "postgres", root, null, null, 2);
    } catch (IOException e) {
      throw new StorageFault("cannot read the data folder " + folder, e);
    }
  }

  private static DatabaseSettings settings(int port, Secrets secrets, String database) {
    return new DatabaseSettings(
        url(port, database), Migrations.APP, secrets.app(), Migrations.OWNER, secrets.owner(), 16);
  }

  private static FileLock lock(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      var lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
    } catch (OverlappingFileLockException e) {
      LOG.log(System.Logger.Level.DEBUG, "this very process holds the lock", e);
    }
    channel.close();
    throw new StorageFault("the data folder " + folder + " is in use by another Bihuan");
  }

  private synchronized void bringUp() throws IOException, InterruptedException {
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      initialise();
    }
    var live = postmaster.livePort();
    if (live.isPresent()) {
      port = live.get();
      LOG.log(System.Logger.Level.INFO, "adopted the running database on port " + port);
    } else {
      port = freePort();
      launch();
    }
    Thread.ofPlatform().daemon().name("database-watch").start(this::watch);
  }

  private void initialise() throws IOException, InterruptedException {
    var password = Files.writeString(folder.resolve("initdb.password"), secrets.superuser());
    ServerPrograms.run(
        List.of(
            ServerPrograms.path("initdb"),
            "-D",
            data().toString(),
            "-U",
            "postgres",
            "-A",
            "scram-sha-256",
            "--pwfile=" + password,
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "--data-checksums"));
    Files.delete(password);
  }

  private void launch() throws IOException, InterruptedException {
    postmaster.awaitOrphans();
    postmaster.clearStaleLock();
    var options = new StringBuilder("-c listen_addresses=127.0.0.1 -c unix_socket_directories=");
    options.append(" -c timezone=UTC -c port=").append(port);
    settings.forEach((k, v) -> options.append(" -c ").append(k).append('=').append(v));
    BaseCopy.settings(folder)
        .forEach((k, v) -> options.append(" -c ").append(k).append('=').append(v));
    try {
      ServerPrograms.run(
          List.of(
              ServerPrograms.path("pg_ctl"),
              "start",
              "-w",
              "-t",
              "60",
              "-s",
              "-D",
              data().toString(),
              "-l",
              folder.resolve("postgres.log").toString(),
              "-o",
              options.toString()));
    } catch (StorageFault e) {
      throw new StorageFault("the database does not start: " + lastComplaint(), e);
    }
  }

  /** What the server itself said last that mattered. */
  private String lastComplaint() throws IOException {
    // a server that is killed may end in the middle of a character
    try (var lines = Files.lines(folder.resolve("postgres.log"), ISO_8859_1)) {
      return lines
          .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
          .map(line -> line.replaceFirst(".*(FATAL|PANIC): *", ""))
          .reduce("nothing is written in postgres.log", (a, b) -> b);
    }
  }

  /** Starts the server again when it died without being asked to. */
  private void watch() {
    while (!closed) {
      try {
        Thread.sleep(250);
        if (!closed && postmaster.livePort().isEmpty()) {
          LOG.log(System.Logger.Level.WARNING, "the database is gone; starting it again");
          restart();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (IOException | StorageFault e) {
        LOG.log(System.Logger.Level.ERROR, "the database does not start again", e);
      }
    }
  }

  private synchronized void restart() throws IOException, InterruptedException {
    if (!closed) {
      launch();
    }
  }

  /** Stops the server as PostgreSQL wants it: sessions ended, everything on disk. */
  @Override
  public synchronized void close() {
    closed = true;
    try {
      if (postmaster.livePort().isPresent()) {
        ServerPrograms.run(
            List.of(
                ServerPrograms.path("pg_ctl"),
                "stop",
                "-m",
                "fast",
                "-w",
                "-s",
                "-D",
                data().toString()));
      }
      lock.release();
      lock.channel().close();
    } catch (IOException e) {
      throw new StorageFault("the database did not stop cleanly: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Settings to reach a database of this server as owner and as application. */
  public DatabaseSettings settings(String database) {
    return settings(port, secrets, database);
  }

  /** The superuser's settings: for creating databases and for the person who runs the demo. */
  public DatabaseSettings superuser(String database) {
    return new DatabaseSettings(
        url(port, database), "postgres", secrets.superuser(), null, null, 2);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private Path data() {
    return postmaster.data();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
