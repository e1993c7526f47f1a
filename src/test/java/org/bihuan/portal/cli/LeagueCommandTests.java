package org.bihuan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LeagueCommandTests {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int explain(String json, String... more) throws IOException {
    var file = Files.writeString(folder.resolve("member.json"), json);
    var args = new java.util.ArrayList<>(java.util.List.of("explain", "--file", file.toString()));
    args.addAll(java.util.List.of(more));
    return new CommandLine(new LeagueCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args.toArray(String[]::new));
  }

  @Test
  void refusesWhatIsNoJson() throws IOException {
    assertThat(explain("{next")).isEqualTo(CommandLine.ExitCode.USAGE);
    assertThat(err.toString()).contains("cannot read");
  }

  @Test
  void asksForWhatIsMissing() throws IOException {
    assertThat(explain("{\"next\": \"work\"}")).isEqualTo(BihuanCommand.PARTIAL);
    assertThat(out.toString()).contains("asks", "organised");
    assertThat(explain("{\"next\": \"moon\"}")).isEqualTo(BihuanCommand.PARTIAL);
    assertThat(out.toString()).contains("unknown", "moon");
  }

  @Test
  void printsTheRuleThatFiredAndWhatItRestsOn() throws IOException {
    assertThat(explain("{\"next\": \"就业\", \"organised\": false, \"place\": \"residence\"}"))
        .isZero();
    assertThat(out.toString()).contains("residence-street", "经常居住地", "部署原文");
  }

  @Test
  void explainsAListAsJson() throws IOException {
    assertThat(explain("[{\"next\":\"army\"},{\"next\":\"升学\"}]", "--format", "json")).isZero();
    assertThat(out.toString()).contains("\"rule\" : \"army\"", "\"rule\" : \"study\"");
  }
}
