package org.bihuan.services.appeals;

import static org.assertj.core.api.Assertions.assertThat;

import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.portal.frame.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A rider reports without typing what happened, also where no script runs. */
@TestApp
class RiderJourneyTests {

  private static final String PAGE = "/riders/rider-parking";

  @LocalServerPort int port;
  @Autowired TestWork work;
  @Autowired Cases cases;

  private Visitor rider = new Visitor(0);

  @BeforeEach
  void begins() {
    work.begin();
    rider = new Visitor(port);
  }

  private CaseView file(Visitor.Seen receipt) {
    var code = receipt.path().substring("/receipt/".length());
    return CaseCode.parse(code).flatMap(cases::find).orElseThrow();
  }

  @Test
  void onlyTheRidersOwnMattersHaveSuchAPage() {
    assertThat(rider.open("/riders/noise").status()).isEqualTo(404);
    assertThat(rider.open("/riders/rider-nothing").status()).isEqualTo(404);
  }

  @Test
  void placeAndContactAreStillNeeded() {
    var wrong = rider.send(PAGE);
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("href=\"#area\"", "href=\"#applicant.name\"", "href=\"#applicant.phone\"")
        .doesNotContain("href=\"#title\"", "href=\"#facts.description\"");
  }

  @Test
  void whatIsNotTypedIsSaidByMatterAndPlace() {
    var file =
        file(
            rider.send(
                PAGE,
                "area",
                "140213051",
                "facts.position",
                "40.09120,113.29350",
                "applicant.name",
                "骑手甲",
                "applicant.phone",
                "13903527101"));
    assertThat(file.subject().title()).isEqualTo("停车难（古城街道）");
    assertThat(file.facts().path("description").asString()).startsWith("骑手现场反映：停车难。");
    assertThat(file.facts().path("position").asString()).isEqualTo("40.09120,113.29350");
    assertThat(file.unit()).isEqualTo("traffic-police");
  }

  @Test
  void whatIsTypedStaysAsItIs() {
    var file =
        file(
            rider.send(
                PAGE,
                "area",
                "140213051",
                "facts.place",
                "东门外",
                "facts.description",
                "门口的停车线被围挡占了",
                "applicant.name",
                "骑手乙",
                "applicant.phone",
                "13903527102"));
    assertThat(file.subject().title()).isEqualTo("停车难（东门外）");
    assertThat(file.facts().path("description").asString()).isEqualTo("门口的停车线被围挡占了");
  }

  @Test
  void sentAgainItIsTheSameMatter() {
    var form = rider.open(PAGE);
    var pairs =
        new String[] {
          "area", "140213052", "applicant.name", "骑手丙", "applicant.phone", "13903527103"
        };
    var first = rider.sendFrom(form, PAGE, pairs);
    var again = rider.sendFrom(form, PAGE, pairs);
    assertThat(again.path()).isEqualTo(first.path()).startsWith("/receipt/");
  }
}
