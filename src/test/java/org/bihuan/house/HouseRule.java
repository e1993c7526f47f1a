package org.bihuan.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/**
 * A rule that byte code can answer, with the package of bad examples it must fail on.
 *
 * @param name what it is about
 * @param rule what is forbidden, and why
 * @param fixture the package of bad examples that breaks it
 * @param failures how many lines the rule has to say about the fixture
 */
record HouseRule(String name, ArchRule rule, String fixture, int failures) {

  private static final Set<String> TELLERS =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.OffsetDateTime",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.ZonedDateTime");

  static final List<HouseRule> ALL =
      List.of(
          new HouseRule(
              "names",
              noClasses()
                  .should()
                  .haveNameMatching(
                      ".*[.$](Abstract[A-Z]\\w*"
                          + "|\\w*(Service|Manager|Helper|Utils?|Impl|Base|Dto|DTO|Data|Info|Wrapper))")
                  .because(
                      "a name says what a thing is in the town hall, not which layer it fills"),
              "names",
              3),
          new HouseRule(
              "packages",
              noClasses()
                  .should()
                  .resideInAnyPackage(
                      "..util..",
                      "..common..",
                      "..core..",
                      "..model..",
                      "..dto..",
                      "..config..",
                      "..web..",
                      "..impl..",
                      "..controller..",
                      "..repository..")
                  .because("a package is a noun of the field; layers force types to be public"),
              "layers",
              2),
          new HouseRule(
              "libraries",
              noClasses()
                  .should()
                  .dependOnClassesThat(
                      describe(
                          "are banned",
                          type ->
                              type.getName().equals("java.util.Date")
                                  || type.getPackageName()
                                      .matches(
                                          "(javax|jakarta)\\.persistence.*|java\\.util\\.logging.*|lombok.*|org\\.mockito.*")))
                  .because("records, java.time, SQL and SLF4J do the work"),
              "libraries",
              3),
          new HouseRule(
              "time",
              noClasses()
                  .that(not(definesTheClock()))
                  .should()
                  .accessTargetWhere(readsTimeOrChance())
                  .because("time and chance are injected, so that a test can hold them still"),
              "time",
              6),
          new HouseRule(
              "sql",
              noClasses()
                  .that(not(speaksSql()))
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage("org.springframework.jdbc..", "javax.sql..")
                  .because("all statements of a module stand in its one hidden class named Sql"),
              "statements",
              3),
          new HouseRule(
              "transactions",
              noMethods()
                  .that()
                  .areNotPublic()
                  .should()
                  .beAnnotatedWith(Transactional.class)
                  .because(
                      "a transaction is one public method of a door; on others the proxy ignores it"),
              "transactions",
              1),
          new HouseRule(
              "transactional types",
              noClasses()
                  .should()
                  .beAnnotatedWith(Transactional.class)
                  .because("each public method of a door says for itself that it is a transaction"),
              "transactions",
              1),
          new HouseRule(
              "output",
              noClasses()
                  .that()
                  .resideOutsideOfPackage("..portal.cli..")
                  .should()
                  .accessField(System.class, "out")
                  .orShould()
                  .accessField(System.class, "err")
                  .orShould()
                  .callMethodWhere(
                      describe(
                          "print a stack trace",
                          call -> call.getTarget().getName().equals("printStackTrace")))
                  .because("only the command line talks to a terminal; the rest logs"),
              "output",
              3),
          new HouseRule(
              "optional fields",
              noFields()
                  .should()
                  .haveRawType(Optional.class)
                  .because("an absent value is @Nullable, which the compiler checks"),
              "optional",
              1));

  HouseRule {
    rule = rule.allowEmptyShould(false);
    fixture = "fixtures." + fixture;
  }

  @Override
  public String toString() {
    return name;
  }

  private static DescribedPredicate<JavaClass> definesTheClock() {
    return describe(
        "define the clock bean",
        type ->
            type.getMethods().stream()
                .anyMatch(
                    method ->
                        method.getRawReturnType().isEquivalentTo(Clock.class)
                            && method.isAnnotatedWith(
                                "org.springframework.context.annotation.Bean")));
  }

  private static DescribedPredicate<JavaAccess<?>> readsTimeOrChance() {
    return describe(
        "reads the time or rolls a die",
        access -> {
          var owner = access.getTargetOwner();
          var name = access.getTarget().getName();
          var full = access.getTarget().getFullName();
          if (TELLERS.contains(owner.getName())) {
            return name.equals("now") && !full.contains("(java.time.Clock)");
          }
          return switch (owner.getName()) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> name.matches("system.*|tick.*");
            case "java.lang.Math" -> name.equals("random");
            case "java.util.Random" -> name.equals("<init>");
            default -> false;
          };
        });
  }

  private static DescribedPredicate<JavaClass> speaksSql() {
    return describe(
        "are Sql classes, the storage itself, or the wiring of command line and demo",
        type -> {
          var outermost = type.getName().replaceFirst("\\$.*", "");
          return outermost.endsWith("Sql")
              || outermost.matches(".*\\.(foundation\\.storage|portal\\.cli|portal\\.demo)\\.\\w+");
        });
  }
}
