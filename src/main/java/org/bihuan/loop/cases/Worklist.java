package org.bihuan.loop.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.Role;
import org.jspecify.annotations.Nullable;

/** The work list: matters by nearest due, page by page from wherever the last page ended. */
public final class Worklist {

  private Worklist() {}

  /**
   * What to list.
   *
   * @param unit only this unit's; absent means all units
   * @param state only in this state; absent means all
   * @param owner only where this part moves next; absent means all
   * @param q part of the title, a number or a code; absent means all open matters, else closed ones
   *     are found too
   * @param after where the last page ended; absent for the first
   * @param before only what runs out before this moment; absent means whenever
   * @param limit rows of a page, 1 to 200
   * @param sieve what else is left out
   */
  public record Query(
      @Nullable String unit,
      @Nullable String state,
      @Nullable Role owner,
      @Nullable String q,
      @Nullable Cursor after,
      @Nullable Instant before,
      int limit,
      Sieve sieve) {

    public Query {
      if (limit < 1 || limit > 200) {
        throw new IllegalArgumentException("a page has 1 to 200 rows: " + limit);
      }
    }

    /** Whenever it runs out. */
    public Query(
        @Nullable String unit,
        @Nullable String state,
        @Nullable Role owner,
        @Nullable String q,
        @Nullable Cursor after,
        int limit) {
      this(unit, state, owner, q, after, null, limit, Sieve.NONE);
    }

    /** The same, but only what runs out before a moment. */
    public Query until(Instant moment) {
      return new Query(unit, state, owner, q, after, moment, limit, sieve);
    }

    /** The same through a sieve. */
    public Query through(Sieve other) {
      return new Query(unit, state, owner, q, after, before, limit, other);
    }

    /** The first page of a unit. */
    public static Query of(@Nullable String unit, int limit) {
      return new Query(unit, null, null, null, null, limit);
    }
  }

  /**
   * What is left out.
   *
   * @param kind only matters whose fact {@code kind} is this; absent means all
   * @param keptFrom units of the reader and all above them: what reports one of these is left out
   */
  public record Sieve(@Nullable String kind, List<String> keptFrom) {

    /** Leaves out nothing. */
    public static final Sieve NONE = new Sieve(null, List.of());

    public Sieve {
      keptFrom = List.copyOf(keptFrom);
    }
  }

  /**
   * Where a page ended; opaque to callers.
   *
   * @param dueMicros nearest due of the last row in microseconds; {@link Long#MAX_VALUE} for none
   * @param id its id
   */
  public record Cursor(long dueMicros, UUID id) {

    /** Before every row. */
    static final Cursor FIRST = new Cursor(0, new UUID(0, 0));

    private static final Pattern FORM = Pattern.compile("[0-9a-z]{1,13}\\.[0-9a-f-]{36}");
    private static final long LATEST = 253_402_300_800_000_000L; // the year 10000

    static Cursor of(@Nullable Instant due, UUID id) {
      long micros = due == null ? Long.MAX_VALUE : ChronoUnit.MICROS.between(Instant.EPOCH, due);
      return new Cursor(micros, id);
    }

    /** After a matter, where they stand by the moment of opening. */
    public static Cursor opened(CaseView last) {
      return of(last.times().openedAt(), last.identity().id().value());
    }

    /** Nearest due of the last row; absent if it had none. */
    @Nullable Instant due() {
      return dueMicros == Long.MAX_VALUE ? null : Instant.EPOCH.plus(dueMicros, ChronoUnit.MICROS);
    }

    /** The form used in addresses. */
    public String token() {
      return Long.toString(dueMicros, 36) + "." + id;
    }

    /** Reads a token; null if it is none of ours. */
    public static @Nullable Cursor parse(String token) {
      if (!FORM.matcher(token).matches()) {
        return null;
      }
      var dot = token.indexOf('.');
      try {
        long micros = Long.parseLong(token.substring(0, dot), 36);
        var id = UUID.fromString(token.substring(dot + 1));
        return micros < LATEST || micros == Long.MAX_VALUE ? new Cursor(micros, id) : null;
      } catch (IllegalArgumentException e) {
        return null; // well formed but no number or id: somebody made it up
      }
    }
  }

  /**
   * What lists show of a matter besides its envelope.
   *
   * @param kind its fact {@code kind}; absent if it has none
   * @param confidential whether whoever raised it is hidden from those who work it
   * @param anonymous whether nobody knows who raised it
   * @param reported the unit it is kept from; absent for most
   * @param returned how often it was given back
   */
  public record Marks(
      @Nullable String kind,
      boolean confidential,
      boolean anonymous,
      @Nullable String reported,
      int returned) {}

  /** What a matter is: its procedure, the leaf of it, and its marks. */
  public record What(String procedure, @Nullable String item, Marks marks) {}

  /** A row: what, where, whose, by when. */
  public record Row(
      UUID id,
      CaseNumber number,
      What what,
      String state,
      @Nullable Role owner,
      String title,
      String area,
      String unit,
      UUID applicant,
      @Nullable Instant dueAt) {

    public String procedure() {
      return what.procedure();
    }

    /** The leaf of the procedure; absent if none was named. */
    public @Nullable String item() {
      return what.item();
    }

    public Marks marks() {
      return what.marks();
    }
  }

  /**
   * One page.
   *
   * @param rows in order
   * @param next where to go on; absent on the last page
   */
  public record Page(List<Row> rows, @Nullable Cursor next) {

    public Page {
      rows = List.copyOf(rows);
    }
  }
}
