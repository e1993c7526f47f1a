package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.portal.account.TestingAuthenticator;
import org.bihuan.portal.account.TestingProvider;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProviderJourneyTests extends HouseVisits {

  private static final String BEGIN = "/sign-in/oidc/staff";
  private static final String REFUSED = "/sign-in?oidc";
  private static final String HERE = "bihuan";

  private String comes() {
    return new Visitor(port).open(BEGIN).path();
  }

  @Nested
  class TheProvider {

    @Test
    void letsInAMemberOfThatLoginName() {
      TestingProvider.sends("handler", HERE);
      var handler = new Visitor(port);
      assertThat(handler.open("/sign-in").body()).contains(BEGIN);
      assertThat(handler.open(BEGIN).path()).startsWith("/desk");
      assertThat(handler.open("/testing/handler").body()).isEqualTo("handler");
      assertThat(handler.sendFrom(handler.open("/account"), "/sign-out").path())
          .isEqualTo("/sign-in?out");
      assertThat(handler.open("/testing/handler").path()).isEqualTo("/sign-in");
    }

    @Test
    void makesNobodyAMember() {
      TestingProvider.sends("stranger", HERE);
      assertThat(comes()).isEqualTo(REFUSED);
      assertThat(staff.find("stranger")).isEmpty();
      done(staff.disable("handler"));
      TestingProvider.sends("handler", HERE);
      assertThat(comes()).isEqualTo(REFUSED);
    }

    @Test
    void isBelievedOnlyWhatItSignedForUs() {
      TestingProvider.sends("handler", "another-house");
      assertThat(comes()).isEqualTo(REFUSED);
      TestingProvider.sends("handler", HERE);
      TestingProvider.isForged();
      assertThat(comes()).isEqualTo(REFUSED);
      assertThat(new Visitor(port).open("/sign-in/provider?code=once&state=x").path())
          .isEqualTo(REFUSED);
    }

    @Test
    void doesNotStandForTheSecondFactor() {
      var handler = new Visitor(port).as("handler", password);
      var path = "/account/second-factor";
      var page = handler.sendFrom(handler.open(path), path + "/begin");
      var phone = new TestingAuthenticator(page.body());
      handler.sendFrom(page, path + "/confirm", "code", phone.code(0));
      TestingProvider.sends("handler", HERE);
      var anew = new Visitor(port);
      assertThat(anew.open(BEGIN).path()).isEqualTo("/sign-in/second");
      assertThat(anew.open("/desk").path()).isEqualTo("/sign-in");
      assertThat(anew.send("/sign-in/second", "code", phone.code(1)).path()).startsWith("/desk");
    }
  }
}
