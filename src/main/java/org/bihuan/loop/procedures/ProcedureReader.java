package org.bihuan.loop.procedures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.loop.procedures.Faults.Fault;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one procedure file into its record, or names everything that is wrong in it. */
final class ProcedureReader {

  private static final Pattern LETTER = Pattern.compile("[A-Z]");

  private final Faults faults;
  private final Care care;

  private ProcedureReader(Faults faults, Care care) {
    this.faults = faults;
    this.care = care;
  }

  /** How much of a file is checked. */
  enum Care {
    /** Everything: files of districts and of the command line. */
    FULL,
    /**
     * All but the grammar of conditions, whose compiler is slow to wake up: for files of the class
     * path, which the build has checked in full.
     */
    SHIPPED
  }

  static Loading<Procedure> read(String file, String yaml, Care care) {
    var faults = new Faults(file);
    var tree = YamlTree.read(yaml, faults);
    return faults.none()
        ? new ProcedureReader(faults, care).read(tree)
        : new Loading.Rejected<>(faults.found());
  }

  private Loading<Procedure> read(JsonNode tree) {
    var top = new Section(tree, "", faults);
    var procedure = procedure(top);
    top.close();
    new References(procedure, faults).check();
    return faults.or(procedure);
  }

  private Procedure procedure(Section top) {
    return new Procedure(
        top.name("procedure"),
        top.number("revision"),
        letter(top),
        top.both("title"),
        top.both("summary"),
        Set.copyOf(top.names("confirmed")),
        top.each("states", this::state),
        top.each("acts", this::act),
        top.each("clocks", this::clock),
        FormSchemas.read(top, true),
        source(top));
  }

  private String letter(Section top) {
    var letter = top.text("letter");
    if (!LETTER.matcher(letter).matches()) {
      top.fault(Fault.WRONG_TYPE, "letter", "one capital letter");
    }
    return letter;
  }

  private StateRule state(Section state) {
    return new StateRule(
        state.id(),
        state.both("title"),
        state.both("plain"),
        state.role("owner"),
        state.flag("end"),
        state.flag("unscored"));
  }

  private ActRule act(Section act) {
    return new ActRule(
        act.id(),
        act.both("title"),
        Set.copyOf(act.names("from")),
        act.textOrNull("to"),
        act.known("who", Fault.UNKNOWN_ROLE, name -> Section.constant(Role.class, name)),
        act.known("flags", Fault.UNKNOWN_FLAG, name -> Section.constant(ActRule.Flag.class, name)),
        new ActRule.Gate(
            condition(act),
            act.limitOrNull("within"),
            act.textOrNull("of"),
            Set.copyOf(act.names("otherThan")),
            act.textOrNull("instead"),
            act.textOrNull("by")),
        effects(act),
        act.bothOrNull("plain"),
        act.has("form") ? FormSchemas.read(act, false) : null);
  }

  private ActRule.Effects effects(Section act) {
    return new ActRule.Effects(
        Set.copyOf(act.names("marks")),
        act.textOrNull("since"),
        Set.copyOf(act.names("stops")),
        Set.copyOf(act.names("resumes")),
        Set.copyOf(act.names("extends")),
        act.textOrNull("hands"));
  }

  private ClockRule clock(Section clock) {
    return new ClockRule(
        clock.id(),
        clock.both("title"),
        Set.copyOf(clock.names("begins")),
        Set.copyOf(clock.names("ends")),
        tiers(clock),
        clock.limitOrNull("extension"),
        clock.names("expires"),
        source(clock));
  }

  private List<ClockRule.Tier> tiers(Section clock) {
    if (!clock.has("limits")) {
      return List.of(tier(clock, null));
    }
    if (clock.has("limit")) {
      clock.fault(Fault.BAD_LIMIT, "limits", "give either 'limit' or 'limits'");
    }
    var tiers = clock.rows("limits", row -> tier(row, condition(row)));
    checkTiers(clock, tiers);
    return tiers;
  }

  private static void checkTiers(Section clock, List<ClockRule.Tier> tiers) {
    for (int i = 0; i < tiers.size(); i++) {
      if ((tiers.get(i).when() == null) != (i == tiers.size() - 1)) {
        clock.fault(Fault.BAD_LIMIT, "limits", "the last, and only the last, has no 'when'");
      }
    }
    if (tiers.isEmpty()) {
      clock.fault(Fault.MISSING, "limits", "limit");
    }
  }

  private static ClockRule.Tier tier(Section section, @Nullable String when) {
    return new ClockRule.Tier(when, section.limit("limit"), promised(section));
  }

  /** The promise beside a limit; a promise longer than the law allows is a mistake. */
  static @Nullable Limit promised(Section section) {
    var promised = section.limitOrNull("promised");
    if (promised == null) {
      return null;
    }
    var limit = section.limit("limit");
    if (limit.unit() == promised.unit() && promised.amount() > limit.amount()) {
      section.fault(Fault.BAD_LIMIT, "promised", promised + " is longer than the limit");
    }
    return promised;
  }

  private static Source source(Section section) {
    return section.read(
        "source",
        source -> {
          var code = source.text("origin");
          var origin = Section.constant(Source.Origin.class, code);
          if (origin == null) {
            source.fault(Fault.UNKNOWN_ORIGIN, "origin", code);
          }
          return new Source(source.text("text"), origin == null ? Source.Origin.OURS : origin);
        });
  }

  private @Nullable String condition(Section section) {
    var when = section.textOrNull("when");
    if (when != null && care == Care.FULL) {
      Conditions.problem(when)
          .ifPresent(problem -> section.fault(Fault.BAD_CONDITION, "when", problem));
    }
    return when;
  }

  /** Reads a file of items; whether they fit their procedures is seen when both are there. */
  static Loading<List<Item>> readItems(String file, String yaml) {
    var faults = new Faults(file);
    var tree = YamlTree.read(yaml, faults);
    if (!faults.none()) {
      return new Loading.Rejected<>(faults.found());
    }
    var top = new Section(tree, "", faults);
    if (!top.has("items")) {
      top.fault(Fault.MISSING, "", "items");
    }
    var items = top.rows("items", ProcedureReader::item);
    top.close();
    return faults.or(items);
  }

  private static Item item(Section item) {
    return new Item(
        item.name("code"),
        item.name("procedure"),
        item.both("title"),
        item.both("summary"),
        item.both("group"),
        item.rows("materials", ProcedureReader::material),
        item.each("clocks", ProcedureReader::itemClock),
        item.has("form") ? FormSchemas.read(item, false) : null,
        new Item.Presets(choices(item, "gives"), choices(item, "suggests")),
        source(item));
  }

  /** A mapping of fields to one of their choices; absent means empty. */
  private static Map<String, String> choices(Section item, String key) {
    var choices = new LinkedHashMap<String, String>();
    var given = item.node(key);
    if (given != null) {
      given.properties().forEach(one -> choices.put(one.getKey(), one.getValue().asString("")));
    }
    return choices;
  }

  private static Item.Material material(Section material) {
    return new Item.Material(
        material.name("id"), material.both("title"), material.flag("required"));
  }

  private static Item.ItemClock itemClock(Section clock) {
    return new Item.ItemClock(
        Set.copyOf(clock.names("begins")), clock.limit("limit"), promised(clock), source(clock));
  }
}
