package org.bihuan.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.bihuan.foundation.calendar.Deadline;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.shared.Uuid7;
import org.jspecify.annotations.Nullable;

/** The hand-written rival: one call of a stored function per act over plain JDBC. */
final class Reference implements Contestant {

  private static final String OPEN = "select reference.open(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)";

  private static final String SUBMIT =
      "select reference.submit(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)";

  private static final String ACT =
      "select reference.act(?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String FACTS = "{\"description\": \"" + Words.DESCRIPTION + "\"}";

  /** As long as what the product keeps to answer the same request again. */
  private static final String ANSWER = "{" + " ".repeat(400) + "}";

  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

  private final String database;
  private final HikariDataSource pool;

  Reference(Arena arena, java.nio.file.Path folder, String database) {
    this.database = database;
    House.open(arena.database(database), folder).close(); // makes the product's tables
    this.pool = arena.pool(database);
    install();
  }

  private void install() {
    try (var in = Reference.class.getResourceAsStream("reference.sql");
        var connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("the reference cannot be installed", e);
    }
  }

  @Override
  public String name() {
    return "hand-written SQL";
  }

  @Override
  public String database() {
    return database;
  }

  @Override
  public Worker worker(int number) {
    return new Clerk();
  }

  /** Opens a matter with the person and the request's key, as a program does over HTTP. */
  void submit() {
    var clerk = new Clerk();
    try (var connection = pool.getConnection();
        var call = connection.prepareStatement(SUBMIT)) {
      clerk.open(call);
      var blind = new byte[32];
      ThreadLocalRandom.current().nextBytes(blind);
      call.setString(11, UUID.randomUUID().toString());
      call.setString(12, "王小明");
      call.setBytes(13, blind);
      call.setBytes(14, java.util.Arrays.copyOf(blind, 40));
      call.setString(15, ANSWER);
      call.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("a submission failed", e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /** How an act moves a matter; what a person would have written into the code. */
  private record Move(
      String from,
      String to,
      @Nullable String owner,
      String role,
      @Nullable String moment,
      @Nullable String ends,
      @Nullable String begins,
      @Nullable Limit limit) {

    static Move of(Step step) {
      return switch (step) {
        case OPEN -> throw new IllegalArgumentException("opening is a call of its own");
        case ACCEPT ->
            new Move(
                "received",
                "accepted",
                "dispatcher",
                "dispatcher",
                "acceptance",
                "acceptance",
                "dispatch",
                Limit.of("1 workday"));
        case DISPATCH ->
            new Move(
                "accepted",
                "working",
                "handler",
                "dispatcher",
                "dispatch",
                "dispatch",
                "handling",
                Limit.of("7 day"));
        case CLAIM -> new Move("working", "working", "handler", "handler", null, null, null, null);
        case ANSWER ->
            new Move(
                "working",
                "answered",
                "applicant",
                "handler",
                "answer",
                "handling",
                "confirmation",
                Limit.of("5 day"));
        case CONFIRM ->
            new Move(
                "answered",
                "closed",
                null,
                "applicant",
                "confirmation",
                "confirmation",
                null,
                null);
      };
    }
  }

  private final class Clerk implements Worker {

    private UUID id = new UUID(0, 0);
    private UUID person = new UUID(0, 0);
    private long version;

    @Override
    public void next(Step step) {
      try (var connection = pool.getConnection();
          var call = connection.prepareStatement(step == Step.OPEN ? OPEN : ACT)) {
        if (step == Step.OPEN) {
          open(call);
        } else {
          act(call, step, Move.of(step));
        }
        call.execute();
        version++;
      } catch (SQLException e) {
        throw new IllegalStateException(step + " failed", e);
      }
    }

    private void open(PreparedStatement call) throws SQLException {
      id = Uuid7.next(java.time.Clock.systemUTC());
      person = UUID.randomUUID();
      version = 0;
      var now = now();
      var due = due(Limit.of("1 workday"), now);
      call.setObject(1, id);
      call.setString(2, code());
      call.setObject(3, person);
      call.setObject(4, now.atOffset(ZoneOffset.UTC));
      call.setObject(5, due.day());
      call.setObject(6, due.at().atOffset(ZoneOffset.UTC));
      call.setBoolean(7, due.provisional());
      call.setBytes(8, salt());
      call.setString(9, Words.TITLE);
      call.setString(10, FACTS);
    }

    private void act(PreparedStatement call, Step step, Move move) throws SQLException {
      var now = now();
      call.setObject(1, id);
      call.setLong(2, version);
      call.setString(3, step.code());
      call.setString(4, move.from());
      call.setString(5, move.to());
      call.setString(6, move.owner());
      call.setObject(7, actor(step));
      call.setString(8, move.role());
      call.setString(9, step == Step.DISPATCH ? Staff.UNIT : null);
      call.setString(10, facts(step));
      call.setObject(11, now.atOffset(ZoneOffset.UTC));
      call.setBytes(12, salt());
      call.setString(13, move.moment());
      call.setString(14, move.ends());
      call.setString(15, move.begins());
      limit(call, move.limit(), now);
    }

    private static void limit(PreparedStatement call, @Nullable Limit limit, Instant now)
        throws SQLException {
      if (limit == null) {
        call.setNull(16, Types.INTEGER);
        call.setNull(17, Types.VARCHAR);
        call.setNull(18, Types.DATE);
        call.setNull(19, Types.TIMESTAMP_WITH_TIMEZONE);
        call.setNull(20, Types.BOOLEAN);
        return;
      }
      var due = due(limit, now);
      call.setInt(16, limit.amount());
      call.setString(17, limit.unit().code());
      call.setObject(18, due.day());
      call.setObject(19, due.at().atOffset(ZoneOffset.UTC));
      call.setBoolean(20, due.provisional());
    }

    private UUID actor(Step step) {
      return switch (step) {
        case OPEN, CONFIRM -> person;
        case ACCEPT, DISPATCH -> Staff.DISPATCHER.id();
        case CLAIM, ANSWER -> Staff.HANDLER.id();
      };
    }
  }

  private static @Nullable String facts(Step step) {
    return switch (step) {
      case OPEN, ACCEPT, CLAIM -> null;
      case DISPATCH -> "{\"unit\": \"" + Staff.UNIT + "\"}";
      case ANSWER -> "{\"reply\": \"" + Words.REPLY + "\", \"solved\": true}";
      case CONFIRM -> "{\"rating\": 1}";
    };
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static Deadline due(Limit limit, Instant now) {
    return WorkCalendar.shipped().due(limit, now, java.util.List.of());
  }

  static byte[] salt() {
    var salt = new byte[16];
    ThreadLocalRandom.current().nextBytes(salt);
    return salt;
  }

  static String code() {
    var code = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      code.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
    }
    return code.toString();
  }
}
