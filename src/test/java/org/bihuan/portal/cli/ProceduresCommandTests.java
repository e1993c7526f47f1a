package org.bihuan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ProceduresCommandTests {

  private static final String APPEAL = "src/main/resources/procedures/appeal.yaml";
  private static final String BROKEN = "src/test/resources/unproved/rule-4-unanswered.yaml";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int run(String... args) {
    return new CommandLine(new ProceduresCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Nested
  class Checking {

    @Test
    void printsTheProof() {
      assertThat(run("check", APPEAL)).isZero();
      assertThat(out.toString()).contains("appeal.yaml: closes", "configurations");
    }

    @Test
    void printsTheCounterexampleInBothLanguages() {
      assertThat(run("check", APPEAL, BROKEN)).isEqualTo(1);
      assertThat(out.toString())
          .contains("rule 4: 'closed' ends the matter", "[open → drop]", "却没有答复本人");
    }

    @Test
    void speaksJson() {
      assertThat(run("check", "--format", "json", BROKEN)).isEqualTo(1);
      assertThat(out.toString()).contains("\"closes\" : false", "\"rule\" : 4", "\"drop\"");
    }

    @Test
    void namesWhatIsWrongInAFile() throws IOException {
      var file = folder.resolve("x.yaml");
      Files.writeString(file, "procedure: x\nstats: {}\n");
      assertThat(run("check", file.toString())).isEqualTo(1);
      assertThat(out.toString()).contains("no key 'stats' here");
    }

    @Test
    void saysThatAFileCannotBeRead() {
      assertThat(run("check", folder.resolve("none.yaml").toString())).isEqualTo(2);
      assertThat(err.toString()).contains("cannot read the file");
    }
  }

  @Nested
  class Drawing {

    @Test
    void writesDiagramAndHandbook() {
      assertThat(run("draw", "licence", "--out", folder.toString())).isZero();
      assertThat(folder.resolve("licence.svg")).content().startsWith("<svg");
      assertThat(folder.resolve("licence.md")).content().contains("行政许可");
    }

    @Test
    void saysThatThereIsNoSuchProcedure() {
      assertThat(run("draw", "nothing", "--out", folder.toString())).isEqualTo(2);
      assertThat(err.toString()).contains("cannot read the file nothing");
    }
  }
}
