package bihuan.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One run of a scenario: what it works with and what it found. */
final class Trial {

  /**
   * How a run is made.
   *
   * @param full the long form
   * @param timed pass marks in seconds are judged
   */
  record Form(boolean full, boolean timed) {}

  private final String name;
  private final long seed;
  private final Form form;
  private final Path folder;
  private final Town town;
  private final Random random;
  private final long begun = System.nanoTime();
  private final Map<String, Object> numbers = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private @Nullable String caught;
  private @Nullable String skipped;

  Trial(String name, long seed, Form form, Path folder, Town town) {
    this.name = name;
    this.seed = seed;
    this.form = form;
    this.folder = folder;
    this.town = town;
    this.random = new Random(seed ^ name.hashCode());
  }

  Town town() {
    return town;
  }

  Random random() {
    return random;
  }

  long seed() {
    return seed;
  }

  /** A folder of this scenario's own; not made yet. */
  Path folder(String part) {
    return folder.resolve(name + "-" + part);
  }

  /** How many: in the short form, in the full one. */
  int many(int brief, int whole) {
    return form.full() ? whole : brief;
  }

  /** A moment between two, by the seed. */
  Duration between(int lowMillis, int highMillis) {
    return Duration.ofMillis(random.nextInt(lowMillis, highMillis));
  }

  void number(String what, Object value) {
    numbers.put(what, value);
  }

  /** Something that must never happen happened. */
  void fault(String what) {
    if (faults.size() < 20) {
      faults.add(what);
      say("BROKEN: " + what.substring(0, Math.min(600, what.length())));
    }
  }

  void faults(List<String> found) {
    found.forEach(this::fault);
  }

  void require(boolean fine, String otherwise) {
    if (!fine) {
      fault(otherwise);
    }
  }

  /** A pass mark in seconds: told, and judged only where nothing else takes the processors. */
  void inTime(boolean fine, String otherwise) {
    if (form.timed()) {
      require(fine, otherwise);
    } else if (!fine) {
      say("slow, not judged: " + otherwise);
    }
  }

  /** Whether pass marks in seconds are judged. */
  boolean timed() {
    return form.timed();
  }

  /** What the check said when the promise was broken on purpose: nothing said is a broken check. */
  void control(String planted, List<String> found) {
    say("control, " + planted + ": " + (found.isEmpty() ? "NOT NOTICED" : found.getFirst()));
    if (found.isEmpty()) {
      fault("the control was not noticed: " + planted);
    } else if (caught == null) {
      caught = planted + " → " + found.getFirst();
    } else {
      caught += "; " + planted + " → " + found.getFirst();
    }
  }

  void skip(String why) {
    skipped = why;
    say("left out: " + why);
  }

  void say(String line) {
    System.err.printf("  %-13s %s%n", name, line);
  }

  Result result(Scenario scenario) {
    double seconds = Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
    return new Result(
        name,
        scenario.promise(),
        scenario.says(),
        seed,
        form.full(),
        seconds,
        numbers,
        faults,
        caught,
        skipped);
  }

  /** What came of it. */
  record Result(
      String name,
      String promise,
      String says,
      long seed,
      boolean full,
      double seconds,
      Map<String, Object> numbers,
      List<String> faults,
      @Nullable String control,
      @Nullable String skipped) {

    boolean kept() {
      return faults.isEmpty();
    }
  }
}
