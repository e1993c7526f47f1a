package org.bihuan.loop.procedures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.ProcedureReader.Care;

/** Procedures and items of the tests. */
final class ProcedureFixtures {

  private static final Path UNPROVED = Path.of("src/test/resources/unproved");

  private ProcedureFixtures() {}

  /** A procedure that reads well and closes only if it is called {@code closes}. */
  static Procedure unproved(String name) {
    return sound(read(name + ".yaml", text(UNPROVED.resolve(name + ".yaml"))));
  }

  static Loading<Procedure> read(String file, String yaml) {
    return ProcedureReader.read(file, yaml, Care.FULL);
  }

  static Procedure sound(Loading<Procedure> loading) {
    return switch (loading) {
      case Loading.Loaded<Procedure>(var procedure) -> procedure;
      case Loading.Rejected<Procedure> rejected -> throw new AssertionError(rejected.lines());
    };
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A licence item that says when a clock begins. */
  static Item itemBeginning(String clock, String moment) {
    var text = new Text("测试", "test");
    var source = new Source("测试", Source.Origin.OURS);
    var change = new Item.ItemClock(Set.of(moment), Limit.of("7 workday"), null, source);
    return new Item(
        "odd",
        "licence",
        text,
        text,
        text,
        List.of(),
        Map.of(clock, change),
        null,
        Item.Presets.NONE,
        source);
  }
}
