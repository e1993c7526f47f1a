package org.bihuan.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bihuan.Bihuan;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;

/** The walls between modules, and the direction of every arrow. */
class ArchitectureTests {

  @Nested
  class Keeping {

    @Test
    void usesOnlyWhatEachModuleDeclares() {
      var modules = ApplicationModules.of(Bihuan.class);
      assertThat(modules.stream()).hasSizeGreaterThan(15);
      modules.verify();
    }

    @Test
    void pointsDownOnly() {
      assertThat(Floors.breaches("org.bihuan", Classes.PRODUCT)).isEmpty();
    }
  }

  @Nested
  class SeenToFail {

    @Test
    void onARing() {
      assertThatThrownBy(fixture("fixtures.ring")::verify)
          .isInstanceOf(Violations.class)
          .hasMessageContaining("Cycle detected");
      assertThat(breaches("fixtures.ring")).containsExactly("ring: loop.a -> loop.b -> loop.a");
    }

    @Test
    void onAnUndeclaredArrow() {
      assertThatThrownBy(fixture("fixtures.undeclared")::verify)
          .isInstanceOf(Violations.class)
          .hasMessageContaining("Module 'loop.a' depends on module 'foundation.b'");
    }

    @Test
    void onAnArrowThatPointsUp() {
      assertThat(breaches("fixtures.upward")).containsExactly("foundation.a points up to portal.b");
    }

    @Test
    void onPackagesThatAreNoModules() {
      assertThat(breaches("fixtures.stray"))
          .containsExactlyInAnyOrder(
              "attic.a is not a noun on one of the floors [foundation, loop, services, insight,"
                  + " portal]",
              "loop.deep.deeper.deepest is not a noun on one of the floors [foundation, loop,"
                  + " services, insight, portal]",
              "loop.astray.face is not an @ApplicationModule",
              "loop.bare is not an @ApplicationModule",
              "loop.careless does not declare allowedDependencies",
              "loop.lost calls itself loop.found",
              "loop.lost stands on loop.nowhere, which is not a module");
    }

    private static ApplicationModules fixture(String name) {
      return ApplicationModules.of(name, location -> true);
    }

    private static java.util.List<String> breaches(String name) {
      return Floors.breaches(name, Classes.fixtures(name));
    }
  }
}
