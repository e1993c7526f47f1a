package org.bihuan.house.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.house.Worktree;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every word on a page comes from the message bundles. */
class PagesTextTests {

  @Nested
  class Keeping {

    @Test
    void leavesNoWordsInTemplates() {
      assertThat(Template.under(Worktree.TEMPLATES, ".jte"))
          .flatExtracting(Template::untranslated)
          .isEmpty();
    }
  }

  @Nested
  class SeenToFail {

    @Test
    void onWordsInTextAttributesButtonsAndBlocks() {
      assertThat(Template.under(Worktree.FIXTURES.resolve("pages"), "bad.jte.txt"))
          .hasSize(1)
          .flatExtracting(Template::untranslated)
          .extracting(line -> line.replaceFirst(".*says ", ""))
          .containsExactlyInAnyOrder(
              "\"Search\" itself",
              "\"提交\" itself",
              "\"A picture\" itself",
              "\"你好\" itself",
              "\"Hello there\" itself",
              "\"Block\" itself");
    }

    @Test
    void butNotOnAGoodOne() {
      assertThat(Template.under(Worktree.FIXTURES.resolve("pages"), "good.jte.txt"))
          .hasSize(1)
          .flatExtracting(Template::untranslated)
          .isEmpty();
    }
  }
}
