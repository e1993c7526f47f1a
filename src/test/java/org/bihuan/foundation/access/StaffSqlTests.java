package org.bihuan.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.foundation.access.AccessFixtures.done;
import static org.bihuan.foundation.access.AccessFixtures.refusal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.bihuan.foundation.access.Guesses.Whence;
import org.bihuan.foundation.access.Staff.Newcomer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StaffSqlTests {

  private static final AccessFixtures HOUSE = new AccessFixtures();

  @BeforeEach
  void renews() {
    HOUSE.renew();
  }

  private static Newcomer newcomer(String login, Role... roles) {
    return new Newcomer(login, "李梅", "street-051", Set.of(roles));
  }

  @Nested
  class Adding {

    @Test
    void storesTheMemberUnderTheSmallLoginName() {
      var added = done(HOUSE.staff.add(newcomer(" Li.Mei ", Role.HANDLER, Role.CLERK)));
      assertThat(HOUSE.staff.find("LI.MEI")).contains(added.member());
      assertThat(added.member().login()).isEqualTo("li.mei");
      assertThat(added.password()).hasSize(24);
      assertThat(added.toString()).doesNotContain(added.password());
      assertThat(HOUSE.staff.names(List.of(added.member().id())))
          .containsEntry(added.member().id(), "李梅");
    }

    @Test
    void keepsOnlyAHashOfThePassword() {
      var password = done(HOUSE.staff.add(newcomer("limei", Role.HANDLER))).password();
      var hash =
          HOUSE.database.jdbc().sql("select password_hash from access.staff").query(String.class);
      assertThat(hash.single()).startsWith("$argon2id$").doesNotContain(password);
    }

    @Test
    void isRefusedForATakenLoginName() {
      done(HOUSE.staff.add(newcomer("limei", Role.HANDLER)));
      assertThat(refusal(HOUSE.staff.add(newcomer("LiMei", Role.CLERK)))).isEqualTo("login-taken");
      assertThat(HOUSE.staff.all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
      "l,李梅,street-051,login-form",
      "'li mei',李梅,street-051,login-form",
      "李梅,李梅,street-051,login-form",
      "9li,李梅,street-051,login-form",
      "limei,' ',street-051,name-form",
      "limei,李梅,nowhere,unit-unknown"
    })
    void namesWhatIsWrong(String login, String name, String unit, String refusal) {
      var newcomer = new Newcomer(login, name, unit, Set.of(Role.HANDLER));
      assertThat(refusal(HOUSE.staff.add(newcomer))).isEqualTo(refusal);
    }

    @Test
    void refusesRolesThatAreNotForStaffOrDoNotGoTogether() {
      assertThat(refusal(HOUSE.staff.add(newcomer("limei")))).isEqualTo("roles-none");
      assertThat(refusal(HOUSE.staff.add(newcomer("limei", Role.SYSTEM))))
          .isEqualTo("roles-not-for-staff");
      assertThat(refusal(HOUSE.staff.add(newcomer("limei", Role.HANDLER, Role.APPLICANT))))
          .isEqualTo("roles-not-for-staff");
      assertThat(refusal(HOUSE.staff.add(newcomer("limei", Role.ADMIN, Role.HANDLER))))
          .isEqualTo("admin-apart");
    }

    @ParameterizedTest
    @EnumSource(
        mode = EnumSource.Mode.EXCLUDE,
        names = {"APPLICANT", "SYSTEM"})
    void acceptsEveryRoleOfStaff(Role role) {
      var added = done(HOUSE.staff.add(newcomer("limei", role)));
      assertThat(HOUSE.staff.find("limei").orElseThrow().roles()).isEqualTo(EnumSet.of(role));
      assertThat(added.member().roles()).containsExactly(role);
    }
  }

  @Nested
  class ChangingRoles {

    @Test
    void holdsFromTheNextRequestOn() {
      var password = HOUSE.add("limei", Role.CLERK);
      var ticket =
          ((SignIn.Admitted) HOUSE.sessions.signIn("limei", password, Whence.of("10.0.0.1")))
              .ticket();
      var token = done(HOUSE.staff.createToken("limei", "t", Duration.ofDays(1))).token();
      done(HOUSE.staff.setRoles("limei", Set.of(Role.CALLER)));
      assertThat(HOUSE.sessions.actor(ticket).orElseThrow().roles()).containsExactly(Role.CALLER);
      assertThat(HOUSE.sessions.actor(token).orElseThrow().roles()).containsExactly(Role.CALLER);
    }

    @RepeatedTest(20)
    void neverTakesTheLastAdministrator() throws Exception {
      HOUSE.add("first", Role.ADMIN);
      HOUSE.add("second", Role.ADMIN);
      var gate = new CyclicBarrier(2);
      try (var threads = Executors.newFixedThreadPool(2)) {
        Callable<String> disable =
            () -> {
              gate.await();
              return HOUSE.transaction.execute(s -> refusal(HOUSE.staff.disable("first")));
            };
        Callable<String> demote =
            () -> {
              gate.await();
              return HOUSE.transaction.execute(
                  s -> refusal(HOUSE.staff.setRoles("second", Set.of(Role.CLERK))));
            };
        var outcomes = List.of(threads.submit(disable), threads.submit(demote));
        assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
            .containsExactlyInAnyOrder("none", "last-admin");
      }
    }
  }

  @Nested
  class Disabling {

    @Test
    void endsSessionsAndTokens() {
      var password = HOUSE.add("limei", Role.CLERK);
      var ticket =
          ((SignIn.Admitted) HOUSE.sessions.signIn("limei", password, Whence.of("10.0.0.1")))
              .ticket();
      var token = done(HOUSE.staff.createToken("limei", "t", Duration.ofDays(1))).token();
      done(HOUSE.staff.disable("limei"));
      assertThat(HOUSE.sessions.actor(ticket)).isEmpty();
      assertThat(HOUSE.sessions.actor(token)).isEmpty();
      assertThat(HOUSE.sessions.signIn("limei", password, Whence.of("10.0.0.1")))
          .isEqualTo(new SignIn.Rejected());
      assertThat(refusal(HOUSE.staff.disable("limei"))).isEqualTo("staff-disabled");
      assertThat(refusal(HOUSE.staff.reset("limei"))).isEqualTo("staff-disabled");
      assertThat(refusal(HOUSE.staff.createToken("limei", "u", Duration.ofDays(1))))
          .isEqualTo("staff-disabled");
    }
  }

  @Nested
  class Resetting {

    @Test
    void endsTheOldPasswordAndTheSessions() {
      var old = HOUSE.add("limei", Role.CLERK);
      var ticket =
          ((SignIn.Admitted) HOUSE.sessions.signIn("limei", old, Whence.of("10.0.0.1"))).ticket();
      var next = done(HOUSE.staff.reset("limei")).password();
      assertThat(HOUSE.sessions.actor(ticket)).isEmpty();
      assertThat(HOUSE.sessions.signIn("limei", old, Whence.of("10.0.0.1")))
          .isEqualTo(new SignIn.Rejected());
      assertThat(HOUSE.sessions.signIn("limei", next, Whence.of("10.0.0.1")))
          .isInstanceOf(SignIn.Admitted.class);
      assertThat(refusal(HOUSE.staff.reset("nobody"))).isEqualTo("staff-unknown");
    }
  }

  @Nested
  class Tokens {

    @Test
    void actAsTheirOwnerUntilTheyExpire() {
      HOUSE.add("limei", Role.INTEGRATOR);
      var token = done(HOUSE.staff.createToken("limei", "热线", Duration.ofDays(30))).token();
      var actor = HOUSE.sessions.actor(token).orElseThrow();
      assertThat(actor.unit()).isEqualTo("dispatch-centre");
      assertThat(actor.roles()).containsExactly(Role.INTEGRATOR);
      HOUSE.clock.move(Duration.ofDays(30).minusSeconds(1));
      assertThat(HOUSE.sessions.actor(token)).isPresent();
      HOUSE.clock.move(Duration.ofSeconds(1));
      assertThat(HOUSE.sessions.actor(token)).isEmpty();
    }

    @Test
    void dieWhenRevokedAndFreeTheirName() {
      HOUSE.add("limei", Role.INTEGRATOR);
      var token = done(HOUSE.staff.createToken("limei", "热线", Duration.ofDays(30))).token();
      assertThat(refusal(HOUSE.staff.createToken("limei", " 热线 ", Duration.ofDays(30))))
          .isEqualTo("token-name-taken");
      done(HOUSE.staff.revokeToken("limei", "热线"));
      assertThat(HOUSE.sessions.actor(token)).isEmpty();
      assertThat(refusal(HOUSE.staff.revokeToken("limei", "热线"))).isEqualTo("token-unknown");
      assertThat(refusal(HOUSE.staff.revokeToken("limei", "\u0000"))).isEqualTo("token-unknown");
      assertThat(refusal(HOUSE.staff.revokeToken("\u0000", "热线"))).isEqualTo("staff-unknown");
      var next = done(HOUSE.staff.createToken("limei", "热线", Duration.ofDays(30))).token();
      assertThat(HOUSE.sessions.actor(next)).isPresent();
    }

    @Test
    void areNotKept() {
      HOUSE.add("limei", Role.INTEGRATOR);
      var made = done(HOUSE.staff.createToken("limei", "t", Duration.ofDays(1)));
      var row = HOUSE.database.jdbc().sql("select t::text from access.token t").query(String.class);
      assertThat(row.single()).doesNotContain(made.token().substring(7));
      assertThat(made.toString()).doesNotContain(made.token());
    }

    @Test
    void areNotFoundByAnythingElse() {
      HOUSE.add("limei", Role.INTEGRATOR);
      var token = done(HOUSE.staff.createToken("limei", "t", Duration.ofDays(1))).token();
      for (var wrong :
          List.of(
              "",
              "x",
              "bihuan_" + "\u0000".repeat(43),
              token + "x",
              token.substring(1),
              token + "\u0000")) {
        assertThat(HOUSE.sessions.actor(wrong)).isEmpty();
      }
    }

    @ParameterizedTest
    @CsvSource({
      "0,token-lifetime",
      "367,token-lifetime",
      "-1,token-lifetime",
      "366,none",
      "1,none"
    })
    void liveADayToAYear(int days, String refusal) {
      HOUSE.add("limei", Role.INTEGRATOR);
      assertThat(refusal(HOUSE.staff.createToken("limei", "t", Duration.ofDays(days))))
          .isEqualTo(refusal);
    }
  }
}
