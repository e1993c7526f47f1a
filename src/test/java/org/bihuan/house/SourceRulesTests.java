package org.bihuan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What only the source can tell. */
class SourceRulesTests {

  private static final List<SourceFile> PRODUCT = SourceFile.under(Worktree.MAIN);
  private static final List<SourceFile> TESTS = SourceFile.under(Worktree.TEST.resolve("org"));
  private static final List<SourceFile> ALL =
      Stream.of(PRODUCT, TESTS).flatMap(List::stream).toList();
  private static final List<SourceFile> BAD = SourceFile.fixtures("source");

  @Nested
  class Keeping {

    @Test
    void looksAtSomething() {
      assertThat(PRODUCT).isNotEmpty();
      assertThat(TESTS).isNotEmpty();
    }

    @Test
    void catchesOnlyWhatItUnderstands() {
      assertThat(SourceRules.broadCatches(PRODUCT)).isEmpty();
    }

    @Test
    void swallowsNothing() {
      assertThat(SourceRules.emptyCatches(ALL)).isEmpty();
    }

    @Test
    void importsNothingBanned() {
      assertThat(SourceRules.bannedImports(ALL)).isEmpty();
    }

    @Test
    void leavesNoWorkInComments() {
      assertThat(SourceRules.unfinished(ALL)).isEmpty();
    }

    @Test
    void saysWhatEachPublicTypeMeans() {
      assertThat(SourceRules.unspoken(PRODUCT)).isEmpty();
    }

    @Test
    void saysWhatEachPackageIsFor() {
      assertThat(SourceRules.silentPackages(PRODUCT)).isEmpty();
    }

    @Test
    void namesTestsAfterBehaviour() {
      assertThat(SourceRules.wordlessTests(TESTS)).isEmpty();
    }

    @Test
    void switchesOverItsOwnTypesWithoutDefault() {
      assertThat(OwnSwitches.withDefault(PRODUCT)).isEmpty();
    }
  }

  @Nested
  class SeenToFail {

    @Test
    void onBroadAndUnionCatches() {
      assertThat(SourceRules.broadCatches(BAD))
          .hasSize(2)
          .anyMatch(line -> line.endsWith("catches Exception"))
          .anyMatch(line -> line.endsWith("catches IllegalStateException | Error"));
    }

    @Test
    void onAnEmptyCatch() {
      assertThat(SourceRules.emptyCatches(BAD)).hasSize(1);
    }

    @Test
    void onEachBannedImport() {
      assertThat(SourceRules.bannedImports(BAD)).hasSize(7);
    }

    @Test
    void onWorkLeftForLater() {
      assertThat(SourceRules.unfinished(BAD)).hasSize(1);
    }

    @Test
    void onPublicTypesWithoutASentence() {
      assertThat(SourceRules.unspoken(BAD))
          .anyMatch(line -> line.contains(" Silent "))
          .anyMatch(line -> line.contains(" Murmured "))
          .hasSize(2);
    }

    @Test
    void onPackagesWithoutText() {
      assertThat(SourceRules.silentPackages(BAD))
          .containsExactlyInAnyOrder(
              "bad has no package-info.java",
              "bad.mute has no package text",
              "bad.mute is not @NullMarked");
    }

    @Test
    void onTestsNamedAfterMethods() {
      assertThat(SourceRules.wordlessTests(BAD)).hasSize(3);
    }

    @Test
    void onADefaultOverAnEnumAndOverASealedFamily() {
      assertThat(OwnSwitches.withDefault(BAD)).hasSize(2);
    }
  }
}
