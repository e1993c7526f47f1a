package org.bihuan.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Size is kept by the build, not by whoever happens to review. */
class BudgetTests {

  @Nested
  class Measuring {

    @Test
    void findsTheProductWithinItsBudgets() {
      var product = SourceFile.under(Worktree.MAIN);
      assertThat(product).isNotEmpty();
      assertThat(Budgets.PRODUCT.breaches(product)).isEmpty();
    }

    @Test
    void findsTheTestsWithinTheirBudgets() {
      var tests = SourceFile.under(Worktree.TEST);
      assertThat(tests).isNotEmpty();
      assertThat(Budgets.TESTS.breaches(tests)).isEmpty();
    }
  }

  @Nested
  class SeenToFail {

    @Test
    void namesEveryKindOfBreach() {
      assertThat(new Budgets(30, 10, 6, 3).breaches(SourceFile.fixtures("budgets")))
          .anyMatch(line -> line.startsWith("file lines 44 > 30"))
          .anyMatch(line -> line.startsWith("method lines 7 > 6") && line.contains("Wide.longOne"))
          .anyMatch(line -> line.startsWith("parameters 6 > 5"))
          .anyMatch(line -> line.startsWith("constructor parameters 7 > 6"))
          .anyMatch(line -> line.startsWith("record components 12 > 11"))
          .anyMatch(line -> line.startsWith("file lines, 95 of 100: 44 > 10"))
          .anyMatch(line -> line.startsWith("method lines, 95 of 100: 7 > 3"))
          .hasSize(7);
    }

    @Test
    void countsTheLinesBetweenTheBracesOnly() {
      assertThat(new Budgets(100, 0, 0, 0).breaches(SourceFile.fixtures("budgets")))
          .filteredOn(line -> line.startsWith("method lines"))
          .satisfiesExactly(
              line -> assertThat(line).startsWith("method lines 7 > 0  Wide.longOne"),
              line -> assertThat(line).startsWith("method lines 1 > 0  Wide.wrappedOne"));
    }

    @Test
    void countsTheFilesOfAPackage() {
      var one = SourceFile.fixtures("budgets").getFirst();
      assertThat(new Budgets(100, 0, 100, 0).breaches(java.util.Collections.nCopies(26, one)))
          .anyMatch(line -> line.startsWith("files in package 26 > 25"));
    }
  }
}
