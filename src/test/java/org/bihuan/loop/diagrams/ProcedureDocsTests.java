package org.bihuan.loop.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.loop.procedures.Procedures;
import org.junit.jupiter.api.Test;

/** The handbook says what the files say; {@code -Dbihuan.docs=write} writes it anew. */
class ProcedureDocsTests {

  private static final Path FOLDER = Path.of("docs/procedures");

  private final Procedures procedures = Procedures.shipped();

  @Test
  void theHandbookIsWhatTheProceduresSay() throws IOException {
    for (var procedure : procedures.all()) {
      for (var file : Handbook.files(procedure, procedures.items()).entrySet()) {
        var path = FOLDER.resolve(file.getKey());
        if ("write".equals(System.getProperty("bihuan.docs"))) {
          Files.createDirectories(FOLDER);
          Files.writeString(path, file.getValue());
        }
        assertThat(path).content().as("run with -Dbihuan.docs=write").isEqualTo(file.getValue());
      }
    }
  }

  @Test
  void nothingOverlapsInAnyDiagram() {
    for (var procedure : procedures.all()) {
      var layout = new Layout(Chart.of(procedure));
      var spots = new ArrayList<Layout.Spot>();
      layout.layers().forEach(spots::addAll);
      for (int i = 0; i < spots.size(); i++) {
        for (var other : spots.subList(i + 1, spots.size())) {
          assertThat(overlap(spots.get(i), other)).as(procedure.id()).isFalse();
        }
      }
    }
  }

  private static boolean overlap(Layout.Spot one, Layout.Spot other) {
    return Math.abs(one.x - other.x) < (one.width + other.width) / 2
        && one.top < other.top + other.height
        && other.top < one.top + one.height;
  }

  @Test
  void everyStateAndActIsInTheDiagram() {
    for (var procedure : procedures.all()) {
      var svg = Diagrams.svg(procedure);
      var titles = new ArrayList<String>();
      procedure.states().values().forEach(state -> titles.add(state.title().zh()));
      procedure.acts().values().stream()
          .filter(act -> !act.from().isEmpty())
          .forEach(act -> titles.add(act.title().zh()));
      assertThat(List.of(svg)).allSatisfy(drawn -> assertThat(drawn).contains(titles));
    }
  }
}
