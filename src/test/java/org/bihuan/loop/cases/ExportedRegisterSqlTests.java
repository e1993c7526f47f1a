package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.loop.cases.register.SnapshotSql;
import org.bihuan.loop.cases.register.TestingRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exported register is checked without the server, and no byte of it can change unnoticed. */
class ExportedRegisterSqlTests {

  private static final Pattern NUMBER = Pattern.compile("\"number\":\"([^\"]*)\"");
  private static final String EXPORT = exported();

  private static String exported() {
    var register = new TamperedRegister();
    var source = register.house.database.dataSource();
    return SnapshotSql.of(source, CaseFixtures.DISTRICT, TestingRegister::exported);
  }

  private static List<String> lines() {
    return new ArrayList<>(EXPORT.lines().toList());
  }

  private static Register.Report verified(List<String> lines) {
    return TestingRegister.verified(String.join("\n", lines));
  }

  @Test
  void isWhole() {
    assertThat(TestingRegister.verified(EXPORT).findings()).isEmpty();
    assertThat(lines()).hasSize(1 + 13 + 49);
  }

  @Test
  void tellsEveryChangedByteAndWhereItIs() {
    var random = new Random(2026);
    for (int n = 0; n < 800; n++) {
      int at = random.nextInt(EXPORT.length() - 1);
      char was = EXPORT.charAt(at);
      char now = "0123456789abcdefABCDEFxyzXYZ+/\"{}:,".charAt(random.nextInt(35));
      if (was != now) {
        var changed = EXPORT.substring(0, at) + now + EXPORT.substring(at + 1);
        int line = (int) EXPORT.substring(0, at).chars().filter(c -> c == '\n').count();
        var around = EXPORT.substring(Math.max(0, at - 30), at) + "[" + was + "→" + now + "]";
        assertThat(located(changed, line)).as("line " + (line + 1) + " " + around).isTrue();
      }
    }
  }

  /** Whether a check names the line, the matter it is of, or, for the head, anything. */
  private static boolean located(String changed, int line) {
    try {
      var findings = TestingRegister.verified(changed).findings();
      var matter = new ArrayList<>(matter(EXPORT, line));
      matter.addAll(matter(changed, line));
      return findings.stream()
          .limit(1)
          .anyMatch(f -> line == 0 || matter.stream().anyMatch(f.row()::contains));
    } catch (UncheckedIOException e) {
      return String.valueOf(e.getMessage()).contains("line " + (line + 1) + " ");
    }
  }

  /** Number and id of the matter a line is of, as far as they can be read. */
  private static List<String> matter(String text, int line) {
    var lines = text.lines().toList();
    for (int at = line; at > 0; at--) {
      var number = NUMBER.matcher(lines.get(at));
      if (lines.get(at).startsWith("{\"file\"") && number.find()) {
        var id = Pattern.compile("\"id\":\"([^\"]*)\"").matcher(lines.get(at));
        return id.find() ? List.of(number.group(1), id.group(1)) : List.of(number.group(1));
      }
    }
    return List.of();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20, 62})
  void tellsALineThatIsGone(int line) {
    var lines = lines();
    lines.remove(line);
    assertThat(verified(lines).findings()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 20, 62})
  void tellsALineThatComesTwice(int line) {
    var lines = lines();
    lines.add(line, lines.get(line));
    assertThat(verified(lines).findings()).isNotEmpty();
  }

  @Test
  void tellsTwoLinesThatChangedPlaces() {
    var lines = lines();
    var third = lines.remove(3);
    lines.add(4, third);
    assertThat(verified(lines).findings()).isNotEmpty();
  }

  @Test
  void tellsACheckpointWhoseRootIsTooLong() {
    var root = EXPORT.indexOf("\"root\":\"") + 8;
    var padding = EXPORT.indexOf('=', root);
    var changed = EXPORT.substring(0, padding) + "A" + EXPORT.substring(padding + 1);
    assertThat(located(changed, 0)).isTrue();
  }

  @Test
  void tellsALaneThatIsMisspelt() {
    var changed = EXPORT.replaceFirst("\"lane\":3,\"last\"", "\"Dane\":3,\"last\"");
    assertThat(changed).isNotEqualTo(EXPORT);
    assertThat(located(changed, 0)).isTrue();
  }

  /** Said of the head itself, not of the line that needs it first. */
  @Test
  void isNoRegisterOfADistrictThatIsNoNumber() {
    var lines = lines();
    lines.set(0, lines.getFirst().replaceFirst("\"district\":\\d", "\"district\":1E"));
    assertThatThrownBy(() -> verified(lines)).hasMessageContaining("line 1 ");
  }

  @Test
  void isNoRegisterWithoutAHead() {
    for (var text :
        List.of("", "{}", "[]", "no register", String.join("\n", lines().subList(1, 5)))) {
      assertThatThrownBy(() -> TestingRegister.verified(text))
          .isInstanceOf(UncheckedIOException.class);
    }
    var future = EXPORT.replaceFirst("\"register\":1", "\"register\":2");
    assertThatThrownBy(() -> TestingRegister.verified(future)).hasMessageContaining("line 1 ");
  }
}
