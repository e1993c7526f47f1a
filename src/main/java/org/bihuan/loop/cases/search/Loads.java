package org.bihuan.loop.cases.search;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much lies on the desks of units and of the people in them: open matters a handler has to
 * move. Counted from the index of a unit's list at the moment somebody asks; stored nowhere.
 */
@Component
public class Loads {

  private final LoadSql sql;

  Loads(LoadSql sql) {
    this.sql = sql;
  }

  /**
   * What lies on the desks of one unit.
   *
   * @param open matters that a handler of the unit has to move
   * @param late those of them whose nearest limit has run out
   * @param unclaimed those nobody in the unit has taken on
   * @param claimed how many each handler has taken on; who has none is left out
   */
  public record Load(int open, int late, int unclaimed, Map<UUID, Integer> claimed) {

    /** Nothing at all. */
    public static final Load NONE = new Load(0, 0, 0, Map.of());

    public Load {
      claimed = Map.copyOf(claimed);
    }

    /** How many one handler has taken on. */
    public int of(UUID handler) {
      return claimed.getOrDefault(handler, 0);
    }

    private Load plus(LoadSql.Line line) {
      var handlers = new HashMap<>(claimed);
      var handler = line.handler();
      if (handler != null) {
        handlers.merge(handler, line.open(), Integer::sum);
      }
      int nobodys = handler == null ? line.open() : 0;
      return new Load(open + line.open(), late + line.late(), unclaimed + nobodys, handlers);
    }
  }

  /** The loads of some units by their codes; a unit with nothing open is left out. */
  @Transactional(readOnly = true)
  public Map<String, Load> of(Collection<String> units, Instant now) {
    var loads = new HashMap<String, Load>();
    for (var line : sql.lines(units, now)) {
      loads.put(line.unit(), loads.getOrDefault(line.unit(), Load.NONE).plus(line));
    }
    return loads;
  }
}
