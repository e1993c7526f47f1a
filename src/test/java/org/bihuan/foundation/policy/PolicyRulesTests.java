package org.bihuan.foundation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.DataFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PolicyRulesTests {

  private final Policy policy = new Policy();

  private static Actor actor(Role... roles) {
    return new Actor(new UUID(0, 1), "someone", EnumSet.copyOf(List.of(roles)), "street-051");
  }

  @Nested
  class Printing {

    /** {@code -Dbihuan.docs=write} writes it anew. */
    @Test
    void givesThePageInTheDocs() throws IOException {
      var page = Path.of("docs/policy.md");
      if ("write".equals(System.getProperty("bihuan.docs"))) {
        Files.writeString(page, policy.printed());
      }
      assertThat(page).content().as("run with -Dbihuan.docs=write").isEqualTo(policy.printed());
    }
  }

  @Nested
  class Deciding {

    @Test
    void givesTheMostThatOneOfTheRolesGets() {
      var rule = policy.of("GET /desk/cases/{number}");
      assertThat(rule.sight(actor(Role.HANDLER), Relation.OTHER)).isEqualTo(Sight.HIDE);
      assertThat(rule.sight(actor(Role.HANDLER, Role.CLERK), Relation.OTHER)).isEqualTo(Sight.MASK);
      assertThat(rule.sight(actor(Role.INTEGRATOR), Relation.OTHER)).isEqualTo(Sight.DENY);
      assertThat(rule.sight((Actor) null, Relation.OTHER)).isEqualTo(Sight.DENY);
      assertThat(rule.isOpen()).isFalse();
    }

    /** One more role never takes anything away. */
    @ParameterizedTest
    @EnumSource(Role.class)
    void neverShowsLessForOneMoreRole(Role more) {
      for (var rule : policy.routes().values()) {
        for (var role : Role.values()) {
          for (var relation : Relation.values()) {
            assertThat(rule.sight(actor(role, more), relation))
                .isGreaterThanOrEqualTo(rule.sight(actor(role), relation));
          }
        }
      }
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        names = {"ADMIN", "INTEGRATOR", "SYSTEM", "APPLICANT"})
    void revealsNothingToPartsThatWorkNoMatters(Role role) {
      assertThat(policy.reveals(actor(role))).isEmpty();
      for (var relation : Relation.values()) {
        assertThat(policy.of("POST /desk/cases/{number}/reveal").sight(actor(role), relation))
            .isEqualTo(Sight.DENY);
      }
    }

    @Test
    void revealsToCallersWhatACallNeeds() {
      assertThat(policy.reveals(actor(Role.CALLER))).containsExactlyInAnyOrder("name", "phone");
    }
  }

  @Nested
  class Reading {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            rule: nothing | no rule
            rule: some}~  - {route: GET /a, rule: some | stands twice
            """)
    void refusesAFileThatContradictsItself(String rule, String says) {
      assertThatIllegalStateException()
          .isThrownBy(() -> new Policy(file("", rule.replace("~", "\n"))))
          .withMessageContaining(says);
    }

    @Test
    void refusesARuleWithoutARoute() {
      var spare = "  spare: {zh: 二, en: two, source: ours, cells: []}\n";
      assertThatIllegalStateException()
          .isThrownBy(() -> new Policy(file(spare, "rule: some")))
          .withMessageContaining("no route");
    }

    private static DataFile file(String more, String rule) {
      return new DataFile(
          """
          version: 1
          rules:
            some: {zh: 一, en: one, source: ours, cells: [{parts: [clerk], relations: [any], sight: mask}]}
          %sroutes:
            - {route: GET /a, %s}
          reveals: {}
          reason: {least: 1, most: 2, source: ours}
          masks: []
          """
              .formatted(more, rule));
    }
  }
}
