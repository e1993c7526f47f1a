package org.bihuan.house.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.house.Classes;
import org.bihuan.house.Worktree;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One term per concept, and every public type is a term. */
class LanguageTests {

  @Nested
  class Keeping {

    private final Glossary glossary =
        Glossary.of(Worktree.read(Worktree.ROOT.resolve("docs/language.md")));

    @Test
    void knowsEveryPublicType() {
      assertThat(glossary.breaches(Classes.PRODUCT)).isEmpty();
    }

    @Test
    void namesOnlyTypesThatExist() {
      assertThat(glossary.stale(Classes.PRODUCT)).isEmpty();
    }

    @Test
    void coversTheField() {
      assertThat(glossary.terms()).hasSizeGreaterThanOrEqualTo(70);
    }
  }

  @Nested
  class SeenToFail {

    @Test
    void onUnknownTypesAndOnTermsWithTwoMeanings() {
      var glossary =
          Glossary.of(
              """
              | 中文 | English | in code | note |
              |---|---|---|---|
              | 一 | one | `One` | a |
              | 一 | two | `Two`, `Three` | b |
              | 三 | two | `Three` | c |
              """);
      assertThat(glossary.terms()).hasSize(3);
      assertThat(glossary.breaches(Classes.fixtures("fixtures.open")))
          .containsExactly(
              "Three stands for more than one concept (code)",
              "fixtures.open.Four is not in docs/language.md",
              "two stands for more than one concept (en)",
              "一 stands for more than one concept (zh)");
    }

    @Test
    void onNamesOfTypesThatAreGone() {
      var glossary = Glossary.of("| 四 | four | `Four`, `Gone` | a |\n");
      assertThat(glossary.stale(Classes.fixtures("fixtures.open")))
          .containsExactly("docs/language.md names Gone, which is no type");
    }
  }
}
