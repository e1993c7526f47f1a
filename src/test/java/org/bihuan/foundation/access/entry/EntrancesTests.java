package org.bihuan.foundation.access.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Guesses;
import org.bihuan.foundation.access.Guesses.Entrance;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Walks the code for every way in: whatever compares a secret is counted by the one guard. */
class EntrancesTests {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.bihuan.foundation.access");

  /** What compares or uses up a secret. */
  private static final Set<String> COMPARING =
      Set.of(
          "Passwords.matches",
          "Totp.match",
          "CodeSql.take",
          "LinkSql.take",
          "LinkSql.isGood",
          "FactorSql.useRecovery",
          "PasskeyCheck.made",
          "PasskeyCheck.shown");

  private static String name(AccessTarget target) {
    return target.getOwner().getSimpleName() + "." + target.getName();
  }

  /** All that a method calls, through methods of its own class. */
  private static Set<String> reached(JavaCodeUnit method, Set<JavaCodeUnit> seen) {
    var found = new HashSet<String>();
    if (!seen.add(method)) {
      return found;
    }
    for (var call : method.getMethodCallsFromSelf()) {
      found.add(name(call.getTarget()));
      call.getTarget()
          .resolveMember()
          .filter(called -> called.getOwner().equals(method.getOwner()))
          .ifPresent(called -> found.addAll(reached(called, seen)));
    }
    return found;
  }

  private static Stream<JavaMethod> doors() {
    return CLASSES.stream()
        .filter(type -> !type.getSimpleName().matches("Passwords|Guesses"))
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> reached(method, new HashSet<>()).stream().anyMatch(COMPARING::contains));
  }

  @Nested
  class EveryWayIn {

    @Test
    void isCountedBeforeItCompares() {
      assertThat(doors().map(m -> m.getOwner().getSimpleName() + "." + m.getName()))
          .containsExactlyInAnyOrder(
              "Sessions.signIn",
              "Sessions.prove",
              "SecondFactor.confirm",
              "SecondFactor.show",
              "PhoneCodes.enter",
              "Passkeys.add",
              "Passkeys.show",
              "FirstAdmin.isGood",
              "FirstAdmin.use");
      assertThat(doors().filter(m -> !reached(m, new HashSet<>()).contains("Guesses.admit")))
          .isEmpty();
    }

    @Test
    void hasAName() {
      var used =
          CLASSES.stream()
              .filter(type -> !type.isEquivalentTo(Entrance.class))
              .flatMap(type -> type.getFieldAccessesFromSelf().stream())
              .filter(access -> access.getTargetOwner().isEquivalentTo(Entrance.class))
              .map(access -> access.getTarget().getName())
              .distinct();
      assertThat(used).containsAll(List.of(Entrance.values()).stream().map(Enum::name).toList());
    }

    @Test
    void isFoundWhereThereIsOne() {
      var guard = CLASSES.get(Guesses.class).getMethods();
      assertThat(guard).isNotEmpty();
      assertThat(reached(CLASSES.get(FirstAdmin.class).getMethod("link"), new HashSet<>()))
          .doesNotContain("Guesses.admit");
    }
  }
}
