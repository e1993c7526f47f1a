package org.bihuan.foundation.access.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.TestingAccess;
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.bihuan.foundation.access.entry.Passage.Pass;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class VisitsSqlTests {

  private static final String PHONE = "13800138000";

  private final Visits visits = TestingEntry.visits();

  @BeforeEach
  void renews() {
    TestingAccess.renew();
  }

  private Pass member(String login) {
    return visits.begin(TestingAccess.signedIn(login), TestingEntry.OFFICE);
  }

  private Pass resident() {
    var phones = new TestingEntry.TestingPhones();
    var codes = TestingEntry.codes(phones);
    var asked = (PhoneCodes.Asked.Sent) codes.ask(PHONE, "10.0.0.7", Locale.CHINESE);
    var code = phones.codes.getOrDefault(PHONE, "");
    var entered = codes.enter(asked.asking(), code, "10.0.0.7");
    return visits.begin(((PhoneCodes.Entered.Right) entered).shown(), TestingEntry.OFFICE);
  }

  private boolean goesOn(Pass pass) {
    return visits.look(pass, TestingEntry.OFFICE.device()).isPresent();
  }

  private Standing standing(Pass pass) {
    return visits.look(pass, TestingEntry.OFFICE.device()).orElseThrow();
  }

  @Nested
  class OfStaff {

    @Test
    void endAfterHalfAnHourOfQuiet() {
      var pass = member("limei");
      for (int i = 0; i < 5; i++) {
        TestingAccess.move(Duration.ofMinutes(29));
        assertThat(goesOn(pass)).isTrue();
      }
      TestingAccess.move(Duration.ofMinutes(30));
      assertThat(goesOn(pass)).isFalse();
    }

    @Test
    void endAfterAWorkingDayInAnyCase() {
      var pass = member("limei");
      for (int i = 0; i < 35; i++) {
        TestingAccess.move(Duration.ofMinutes(20));
        assertThat(goesOn(pass)).isTrue();
      }
      TestingAccess.move(Duration.ofMinutes(20));
      assertThat(goesOn(pass)).isFalse();
    }

    @Test
    void endWithAPasswordAResetAndTheAccount() {
      var changed = member("limei");
      TestingAccess.staff()
          .changePassword(standing(changed).actor().id(), "four plain words in a row");
      assertThat(goesOn(changed)).isFalse();
      var reset = member("wangqiang");
      TestingAccess.staff().reset("wangqiang");
      assertThat(goesOn(reset)).isFalse();
      var disabled = member("zhaoli");
      TestingAccess.staff().disable("zhaoli");
      assertThat(goesOn(disabled)).isFalse();
    }

    @Test
    void haveTheRolesOfThisMoment() {
      var pass = member("limei");
      TestingAccess.staff().setRoles("limei", Set.of(Role.CALLER));
      assertThat(standing(pass).actor().roles()).containsExactly(Role.CALLER);
    }

    @Test
    void areWorthNothingOnAnotherDevice() {
      assertThat(visits.look(member("limei"), "a thief's browser")).isEmpty();
    }

    @Test
    void areFreshForAWhile() {
      var pass = member("limei");
      assertThat(standing(pass).fresh()).isTrue();
      TestingAccess.move(Duration.ofMinutes(10));
      assertThat(standing(pass).fresh()).isFalse();
      visits.prove(standing(pass));
      assertThat(standing(pass).fresh()).isTrue();
    }
  }

  @Nested
  class OfResidents {

    @Test
    void goOnForHalfADayOfQuiet() {
      var pass = resident();
      TestingAccess.move(Duration.ofHours(11));
      assertThat(goesOn(pass)).isTrue();
      TestingAccess.move(Duration.ofHours(12));
      assertThat(goesOn(pass)).isFalse();
    }

    @Test
    void belongToThePhone() {
      var first = standing(resident()).actor();
      assertThat(first.roles()).containsExactly(Role.APPLICANT);
      assertThat(first.name()).isEqualTo("138****8000");
      assertThat(visits.phone(first)).contains(PHONE);
      assertThat(standing(resident()).actor().id()).isEqualTo(first.id());
    }

    @Test
    void areForgottenWithThePhone() {
      var pass = resident();
      var first = standing(pass).actor();
      assertThat(visits.forget("13900000000")).isZero();
      assertThat(goesOn(pass)).isTrue();
      assertThat(visits.forget(PHONE)).isEqualTo(1);
      assertThat(goesOn(pass)).isFalse();
      assertThat(visits.forget(PHONE)).isZero();
      assertThat(standing(resident()).actor().id()).isNotEqualTo(first.id());
    }
  }

  @Nested
  class Ending {

    @Test
    void isForOnesOwnOnly() {
      var mine = member("limei");
      var other = member("wangqiang");
      assertThat(visits.end(other.visit(), standing(mine))).isFalse();
      assertThat(goesOn(other)).isTrue();
      assertThat(visits.end(mine)).isTrue();
      assertThat(visits.end(mine)).isFalse();
      assertThat(goesOn(mine)).isFalse();
    }

    @Test
    void ofAllOthersKeepsThisOne() {
      var ticket = TestingAccess.signedIn("limei");
      var here = visits.begin(ticket, TestingEntry.OFFICE);
      var there = visits.begin(ticket, new Caller("10.0.0.2", "a test"));
      var stranger = member("wangqiang");
      assertThat(visits.of(standing(here))).hasSize(2).filteredOn(Visit::here).hasSize(1);
      assertThat(visits.endOthers(standing(here))).isEqualTo(1);
      assertThat(goesOn(here)).isTrue();
      assertThat(goesOn(there)).isFalse();
      assertThat(goesOn(stranger)).isTrue();
      assertThat(visits.of(standing(here))).hasSize(1);
    }
  }
}
