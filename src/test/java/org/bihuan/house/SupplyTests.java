package org.bihuan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes in from outside is known by name, version and licence; what is secret stays out. */
class SupplyTests {

  @Nested
  class Keeping {

    @Test
    void listsEveryDirectDependency() {
      assertThat(
              Supply.breaches(
                  Worktree.read(Worktree.ROOT.resolve("pom.xml")),
                  Worktree.read(Worktree.ROOT.resolve("docs/dependencies.md")),
                  System.getProperty("java.class.path")))
          .isEmpty();
    }

    @Test
    void givesAReasonForEveryRelaxedCheck() {
      assertThat(
              Supply.unexplained(
                  Worktree.read(Worktree.ROOT.resolve("pom.xml")),
                  Worktree.read(Worktree.ROOT.resolve("docs/adr/0003-guards.md"))))
          .isEmpty();
    }

    @Test
    void holdsNoSecrets() {
      assertThat(Secrets.in(Worktree.ROOT)).isEmpty();
    }
  }

  @Nested
  class SeenToFail {

    private static final String POM =
        """

          <dependencies>
            <dependency><groupId>a.b</groupId><artifactId>listed</artifactId></dependency>
            <dependency><groupId>a.b</groupId><artifactId>old</artifactId></dependency>
            <dependency><groupId>a.b</groupId><artifactId>free</artifactId></dependency>
            <dependency><groupId>a.b</groupId><artifactId>new</artifactId></dependency>
          </dependencies>
        """;
    private static final String TABLE =
        """
        | `a.b:listed` | 1.0 | MIT |
        | `a.b:old` | 1.0 | MIT |
        | `a.b:free` | 1.0 |  |
        | `a.b:gone` | 1.0 | MIT |
        """;

    @Test
    void onATableThatIsNotTheBuild() {
      var classPath =
          String.join(
              java.io.File.pathSeparator,
              "/m/a/b/listed/1.0/listed-1.0.jar",
              "/m/a/b/old/1.1/old-1.1.jar",
              "/m/a/b/free/1.0/free-1.0.jar",
              "/m/x/y/new/9.0/new-9.0.jar",
              "/m/a/b/new/2.0/new-2.0.jar");
      assertThat(Supply.breaches(POM, TABLE, classPath))
          .containsExactlyInAnyOrder(
              "a.b:old is listed as 1.0 and resolves to 1.1",
              "a.b:free has no licence",
              "a.b:new 2.0 is not listed",
              "a.b:gone is listed and no longer used");
    }

    @Test
    void onChecksThatAreRelaxedInSilence() {
      assertThat(
              Supply.unexplained(
                  "<arg>-Xlint:all,-processing,-unchecked</arg> -Xep:Null:OFF -Xep:Dead:WARN -Xep:NullAway:ERROR",
                  "| `-Xlint:-processing` | `-Xep:Null:OFF` |"))
          .containsExactly("-Xlint:-unchecked", "-Xep:Dead:WARN");
    }

    @Test
    void onEachKindOfSecret(@TempDir Path folder) throws IOException {
      // put together here, so that the scan does not find this file
      var long20 = "0123456789".repeat(2);
      var leak =
          String.join(
              "\n",
              "-----BEGIN EC " + "PRIVATE KEY-----",
              "AKIA" + "ABCDEFGHIJKLMNOP",
              "ghp_" + long20,
              "xoxb-" + long20,
              "eyJ" + long20 + ".eyJ" + long20 + "." + long20,
              "pass" + "word: \"" + long20 + "\"");
      Files.writeString(folder.resolve("leak.txt"), leak);
      Files.createDirectories(folder.resolve("target"));
      Files.writeString(folder.resolve("target/leak.txt"), leak);
      assertThat(Secrets.in(folder))
          .hasSize(6)
          .allMatch(line -> line.contains("leak.txt holds a "));
    }
  }
}
