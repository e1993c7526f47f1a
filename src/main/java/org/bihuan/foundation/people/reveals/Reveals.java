package org.bihuan.foundation.people.reveals;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.people.People;
import org.bihuan.foundation.people.Person;
import org.bihuan.foundation.shared.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows a person's values in full, and never without a row in the log: both happen in one
 * transaction, so that a log that cannot be written shows nothing. Who may ask is decided above.
 */
@Component
public class Reveals {

  private final RevealSql sql;
  private final People people;
  private final Clock clock;

  Reveals(RevealSql sql, People people, Clock clock) {
    this.sql = sql;
    this.people = people;
    this.clock = clock;
  }

  /** A value that can be shown in full. */
  public enum Field {
    NAME,
    PHONE,
    ID_NUMBER,
    CREDIT_CODE;

    /** The name used in the table, the log and the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private @Nullable String of(Person person) {
      var idNumber = person.idNumber();
      var creditCode = person.creditCode();
      return switch (this) {
        case NAME -> person.name();
        case PHONE -> person.phone().digits();
        case ID_NUMBER -> idNumber == null ? null : idNumber.number();
        case CREDIT_CODE -> creditCode == null ? null : creditCode.code();
      };
    }
  }

  /**
   * Who wants to see what of whom, and why.
   *
   * @param unit code of the unit the one who asks belongs to
   * @param from the address of their machine
   */
  public record Asked(
      UUID person,
      String caseNumber,
      UUID actor,
      String unit,
      Set<Field> fields,
      String reason,
      String from) {

    public Asked {
      fields = Set.copyOf(fields);
    }
  }

  /** One row of the log. */
  public record Line(
      UUID id,
      Instant at,
      UUID person,
      String caseNumber,
      UUID actor,
      String unit,
      Set<String> fields,
      String reason,
      String from) {

    public Line {
      fields = Set.copyOf(fields);
    }
  }

  /**
   * Which rows of the log; what is absent asks nothing.
   *
   * @param after the row the last page ended with
   */
  public record Query(
      @Nullable UUID actor, @Nullable String unit, @Nullable String caseNumber, UUID after) {

    /** Before the newest row there is. */
    public static final UUID NEWEST = new UUID(-1, -1);
  }

  /**
   * The values asked for, those the person gave; empty if the person is no longer on file. Nothing
   * is shown unless the row of the log is stored.
   */
  @Transactional
  public Optional<Map<Field, String>> reveal(Asked asked) {
    var person = people.find(asked.person());
    if (person.isEmpty()) {
      return Optional.empty();
    }
    sql.add(Uuid7.next(clock), asked, clock.instant());
    return person.map(found -> values(found, asked.fields()));
  }

  /** The log, newest first, at most so many rows. */
  @Transactional(readOnly = true)
  public List<Line> list(Query query, int limit) {
    return sql.list(query, limit);
  }

  /** How often each unit was shown values of a person, by the unit's code. */
  @Transactional(readOnly = true)
  public Map<String, Long> byUnit(UUID person) {
    return sql.byUnit(person);
  }

  private static Map<Field, String> values(Person person, Set<Field> fields) {
    var values = new EnumMap<Field, String>(Field.class);
    for (var field : fields) {
      var value = field.of(person);
      if (value != null) {
        values.put(field, value);
      }
    }
    return values;
  }
}
