package org.bihuan.loop.procedures;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Evaluates the conditions of procedures: CEL over {@code facts}, {@code item}, {@code channel} and
 * {@code done}. Safe to share between threads; each expression is compiled once, when first asked.
 *
 * <p>A condition that cannot be evaluated (a fact missing, a text where a number is compared) does
 * not hold: an act stays shut, a limit falls to the next tier, whose last has no condition. The
 * trouble is part of the {@link Outcome} and is logged, with the expression and never the facts.
 */
@Component
public final class Conditions {

  private static final Logger LOG = LoggerFactory.getLogger(Conditions.class);

  private final Map<String, CelRuntime.Program> programs = new ConcurrentHashMap<>();

  /** Builds the compiler on first use: it takes most of a second to wake up. */
  private static final class Language {
    static final Cel CEL =
        CelFactory.plannerCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addVar("facts", MapType.create(SimpleType.STRING, SimpleType.DYN))
            .addVar("item", SimpleType.STRING)
            .addVar("channel", SimpleType.STRING)
            .addVar("done", MapType.create(SimpleType.STRING, SimpleType.INT))
            .build();
  }

  /**
   * What a condition is asked about.
   *
   * @param facts the facts of the matter, an object
   * @param item code of the item; absent reads as an empty text
   * @param channel code of the channel the matter came by
   * @param done how often each act was done; acts never done are left out
   */
  public record Given(
      JsonNode facts, @Nullable String item, String channel, Map<String, Integer> done) {

    public Given {
      done = Map.copyOf(done);
    }

    private Map<String, Object> variables() {
      var counts = new HashMap<String, Long>();
      done.forEach((act, times) -> counts.put(act, times.longValue()));
      return Map.of(
          "facts",
          map(facts),
          "item",
          item == null ? "" : item,
          "channel",
          channel,
          "done",
          counts);
    }
  }

  /**
   * What came of a condition.
   *
   * @param holds true only if it was evaluated and is true
   * @param problem why it could not be evaluated; absent if it could
   */
  public record Outcome(boolean holds, @Nullable String problem) {}

  /** True if there is no condition or it holds; what cannot be evaluated does not hold. */
  public boolean holds(@Nullable String when, Given given) {
    var outcome = evaluate(when, given);
    if (outcome.problem() != null) {
      LOG.warn("a condition could not be evaluated and is taken as false: {}", when);
    }
    return outcome.holds();
  }

  /** As {@link #holds}, with the reason where a condition could not be evaluated. */
  public Outcome evaluate(@Nullable String when, Given given) {
    if (when == null) {
      return new Outcome(true, null);
    }
    try {
      var value = program(when).eval(given.variables());
      return value instanceof Boolean holds
          ? new Outcome(holds, null)
          : new Outcome(false, "not true or false");
    } catch (CelEvaluationException | CelValidationException e) {
      return new Outcome(false, String.valueOf(e.getMessage()));
    }
  }

  /** The limit of a clock in this case: the first tier whose condition holds, else the last. */
  public ClockRule.Tier tierOf(ClockRule clock, Given given) {
    for (var tier : clock.tiers()) {
      if (holds(tier.when(), given)) {
        return tier;
      }
    }
    return clock.tiers().getLast();
  }

  /** Wakes the compiler up beside the first requests, so that none of them waits for it. */
  @EventListener
  void wakeUp(ApplicationReadyEvent ready) {
    Thread.ofPlatform().daemon().name("conditions").start(() -> problem("has(facts.any)"));
  }

  /** What is wrong with an expression, or nothing: grammar, unknown variables, not a yes or no. */
  static Optional<String> problem(String when) {
    try {
      var type = compile(when);
      return type.equals(SimpleType.BOOL) || type.equals(SimpleType.DYN)
          ? Optional.empty()
          : Optional.of("gives " + type.name() + ", not true or false");
    } catch (CelValidationException e) {
      return Optional.of(String.valueOf(e.getMessage()).strip());
    }
  }

  private static CelType compile(String when) throws CelValidationException {
    return Language.CEL.compile(when).getAst().getResultType();
  }

  private CelRuntime.Program program(String when)
      throws CelValidationException, CelEvaluationException {
    var known = programs.get(when);
    if (known != null) {
      return known;
    }
    var made = Language.CEL.createProgram(Language.CEL.compile(when).getAst());
    programs.put(when, made);
    return made;
  }

  /** Facts as plain values; those that are null count as missing. */
  private static Map<String, Object> map(JsonNode object) {
    var map = new LinkedHashMap<String, Object>();
    for (var entry : object.properties()) {
      if (!entry.getValue().isNull()) {
        map.put(entry.getKey(), value(entry.getValue()));
      }
    }
    return map;
  }

  private static Object value(JsonNode node) {
    if (node.isObject()) {
      return map(node);
    }
    if (node.isArray()) {
      return list(node);
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    if (node.canConvertToExactIntegral() && node.canConvertToLong()) {
      return node.longValue();
    }
    return node.isNumber() ? (Object) node.doubleValue() : node.asString();
  }

  private static List<Object> list(JsonNode array) {
    var list = new ArrayList<Object>();
    array.values().forEach(entry -> list.add(value(entry)));
    return list;
  }
}
