package org.bihuan.house.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.house.Worktree;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chinese and English say the same things, and pages ask only for what is said. */
class MessagesTests {

  @Nested
  class Keeping {

    @Test
    void saysEverythingInBothLanguages() {
      assertThat(bundles()).allSatisfy(messages -> assertThat(messages.breaches()).isEmpty());
    }

    @Test
    void knowsEveryKeyThatIsAskedFor() {
      for (var messages : bundles()) {
        var unknown = new ArrayList<String>();
        var asking = new ArrayList<>(Worktree.files(Worktree.TEMPLATES, ".jte"));
        asking.addAll(Worktree.files(Worktree.MAIN, ".java"));
        for (var file : asking) {
          messages
              .unknownKeys(Worktree.read(file))
              .forEach(key -> unknown.add(Worktree.shown(file) + " asks for " + key));
        }
        assertThat(unknown).isEmpty();
      }
    }

    /** None as long as there is no page that could need them. */
    private static List<Messages> bundles() {
      return Worktree.files(Worktree.TEMPLATES, ".jte").isEmpty()
          ? List.of()
          : List.of(Messages.in(Worktree.RESOURCES));
    }
  }

  @Nested
  class SeenToFail {

    private final Messages bad = Messages.in(Worktree.FIXTURES.resolve("messages"));

    @Test
    void onBundlesThatDiffer() {
      assertThat(bad.breaches())
          .containsExactlyInAnyOrder(
              "only.zh has no English text",
              "only.en has no Chinese text",
              "blank is blank in English",
              "places fills other places in the two languages");
    }

    @Test
    void onKeysNobodyWrote() {
      assertThat(
              bad.unknownKeys(
                  """
                  ${page.t("same")} ${page.t("nowhere", 1)} ${t("sa" + x)} ${t("un" + x)} format("x")
                  """))
          .containsExactly("nowhere", "un");
    }

    @Test
    void onAMissingBundle() {
      assertThatThrownBy(() -> Messages.in(Worktree.FIXTURES.resolve("pages")))
          .hasMessageContaining("messages_zh.properties");
    }

    @Test
    void onBytesThatAreNotUtf8(@TempDir Path folder) throws Exception {
      var gbk = "a=\u95ed".getBytes(java.nio.charset.Charset.forName("GBK"));
      Files.write(folder.resolve("messages_zh.properties"), gbk);
      Files.write(folder.resolve("messages_en.properties"), "a=a".getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> Messages.in(folder)).hasMessageContaining("not readable as UTF-8");
    }
  }
}
