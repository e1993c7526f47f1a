package org.bihuan.house.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bihuan.house.Worktree;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** docs/configuration.md names every setting, with the default that holds. */
class SettingsTests {

  @Nested
  class Keeping {

    @Test
    void tellsEverySettingWithItsDefault() {
      var sources = Worktree.files(Worktree.MAIN, ".java").stream().map(Worktree::read).toList();
      var properties = Worktree.read(Worktree.RESOURCES.resolve("application.properties"));
      var told = Settings.told(Worktree.read(Worktree.ROOT.resolve("docs/configuration.md")));
      assertThat(told.defaults()).hasSizeGreaterThan(25);
      assertThat(told.differences(Settings.read(sources, properties))).isEmpty();
    }
  }

  @Nested
  class SeenToFail {

    private static final String CODE =
        """
        @ConfigurationProperties("bihuan.x")
        public record X(@DefaultValue("5") int tries, @Nullable Path folderOfMine) {}
        @Scheduled(fixedDelayString = "${bihuan.y.every:1s}")
        @ConditionalOnBooleanProperty(name = "bihuan.z", matchIfMissing = true)
        """;

    @Test
    void onSettingsThatAreMissingInventedOrOtherwise() {
      var read = Settings.read(List.of(CODE), "server.a=b");
      assertThat(
              Settings.told(
                      """
                      | `bihuan.x.tries` | `4` | how often |
                      | `bihuan.x.folder-of-mine` | – | where |
                      | `bihuan.invented` | `1` | nothing |
                      | `bihuan.z` | `true` | whether |
                      """)
                  .differences(read))
          .containsExactly(
              "bihuan.invented: told 1, read null",
              "bihuan.x.tries: told 4, read 5",
              "bihuan.y.every: told null, read 1s",
              "server.a: told null, read b");
    }
  }
}
