package org.bihuan.house.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.bihuan.house.Worktree;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Whoever follows a link in a document arrives. */
class LinksTests {

  @Nested
  class Keeping {

    @Test
    void everyRelativeLinkLeadsSomewhere() {
      assertThat(Markdown.under(Worktree.ROOT))
          .hasSizeGreaterThan(20)
          .flatExtracting(Markdown::deadLinks)
          .isEmpty();
    }

    @Test
    void theReadmeIsShort() {
      for (var name : new String[] {"README.md", "README.zh-CN.md"}) {
        assertThat(Worktree.read(Worktree.ROOT.resolve(name)).lines())
            .hasSizeLessThanOrEqualTo(150);
      }
    }
  }

  @Nested
  class SeenToFail {

    private final Path folder = Worktree.FIXTURES.resolve("documents");

    @Test
    void onMissingFilesAndHeadingsAndNothingElse() {
      assertThat(Markdown.under(folder))
          .hasSize(2)
          .flatExtracting(Markdown::deadLinks)
          .extracting(line -> line.replaceFirst(".* links to ", ""))
          .containsExactly("gone.md", "#nowhere", "other.md#nowhere", "pictures/gone.svg", "no.md");
    }
  }
}
