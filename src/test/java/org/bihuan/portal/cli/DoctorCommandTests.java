package org.bihuan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.bihuan.foundation.storage.Databases;
import org.bihuan.foundation.storage.EmbeddedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DoctorCommandTests {

  private final StringWriter out = new StringWriter();

  @TempDir private Path folder;

  private int asks(Path data) {
    return new CommandLine(new DoctorCommand())
        .setOut(new PrintWriter(out))
        .execute("--data", data.toString(), "--format", "csv");
  }

  @Test
  void saysThatThereIsNoDatabase() {
    assertThat(asks(folder)).isEqualTo(CommandLine.ExitCode.SOFTWARE);
    assertThat(out.toString()).contains("java,ok,", "no database is set");
  }

  @Test
  void looksAtFolderRoomDatabaseAndCalendar() {
    var home = folder.resolve("well");
    try (var server = EmbeddedServer.start(home, EmbeddedServer.DURABLE)) {
      Databases.ensure(server, CliDatabase.NAME);
    }
    assertThat(asks(home)).isIn(CommandLine.ExitCode.OK, BihuanCommand.PARTIAL);
    assertThat(out.toString())
        .contains("folder,ok,", "room,", "database,ok,", "calendar,")
        .doesNotContain("fail");
  }
}
