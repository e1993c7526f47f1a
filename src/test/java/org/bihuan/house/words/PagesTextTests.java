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
  class KeepingCode {

    @Test
    void leavesNoChineseInExpressionsOfTemplates() {
      assertThat(Template.under(Worktree.TEMPLATES, ".jte"))
          .flatExtracting(Template::chinese)
          .isEmpty();
    }

    /** What scripts say comes with the page, in its language. */
    @Test
    void leavesNoChineseInOurScripts() {
      assertThat(Template.under(Worktree.RESOURCES.resolve("static"), ".js"))
          .isNotEmpty()
          .flatExtracting(Template::chinese)
          .isEmpty();
    }
  }

  @Nested
  class SeenToFail {

    @Test
    void onChineseInExpressionsAndScripts() {
      assertThat(Template.under(Worktree.FIXTURES.resolve("pages"), "chinese.jte.txt"))
          .hasSize(1)
          .flatExtracting(Template::chinese)
          .extracting(line -> line.replaceFirst(".*says ", ""))
          .containsExactly("\"开着\" itself", "\"没有发出\" itself");
    }

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
          .allSatisfy(page -> assertThat(page.untranslated()).isEmpty())
          .allSatisfy(page -> assertThat(page.chinese()).isEmpty());
    }
  }
}
