package org.bihuan.portal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.loop.cases.CaseCode;
import org.bihuan.loop.cases.Cases;
import org.bihuan.services.grids.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * On the round and at the roadside where there is no network: nothing is lost, nothing is twice.
 */
@ExtendWith(WithBrowser.class)
class SeenFieldJourneysTests implements DemoHouse {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String STATE =
      "var one = document.querySelector('.bh-outbox > li'); return one ? one.dataset.state : '';";
  private static final String READY =
      """
      var done = arguments[arguments.length - 1];
      navigator.serviceWorker.ready.then(function () { return caches.match('/grid/capture?lang=zh'); })
        .then(function (kept) { done(Boolean(kept)); });
      """;

  @LocalServerPort private int port;
  @Autowired private Records records;
  @Autowired private Cases cases;
  @Autowired private Cast cast;
  @Autowired private Evidence evidence;
  @Autowired private JdbcClient jdbc;
  private final Browser browser;
  private Line line;

  SeenFieldJourneysTests(Browser browser) throws IOException {
    this.browser = browser;
    this.line = new Line(0);
  }

  @BeforeEach
  void comes() throws IOException {
    line.close();
    line = new Line(port);
    browser.at(line.port()).width(360);
  }

  @AfterEach
  void leaves() throws IOException {
    line.close();
  }

  private void signIn(String login) {
    browser
        .forget()
        .open("/sign-in?lang=zh&theme=light")
        .send(Map.of("username", login, "password", Cast.PASSWORD));
    assertThat(browser.path()).isEqualTo("/grid");
    await("the form is kept", () -> (Boolean) browser.driver().executeAsyncScript(READY));
  }

  /** Fills a form and presses what sends it; the script decides what happens then. */
  private void press(Map<String, String> answers) {
    browser.driver().executeScript(Scripts.FILL, answers);
  }

  private void await(String what, java.util.function.BooleanSupplier there) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what + " at " + browser.path()).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private void awaitState(String state) {
    await("the queue says " + state, () -> state.equals(browser.driver().executeScript(STATE)));
  }

  private void sendNow(String button) {
    browser.driver().findElement(By.cssSelector(button)).click();
  }

  private void clean(String name) {
    assertThat(browser.violations()).as(browser.path()).isEmpty();
    assertThat(browser.overhang()).as(browser.path()).isEmpty();
    browser.shoot("journey-" + name);
  }

  private long written() {
    return jdbc.sql("select count(*) from grids.record").query(Long.class).single();
  }

  @Test
  void whatIsWrittenWithoutNetworkGoesOutOnceLater() {
    signIn("grid-worker.3");
    long before = written();
    line.cut();
    browser.open("/grid/capture?kind=patrol");
    clean("grid-offline-form");
    press(
        Map.of(
            "matter", "lamps",
            "place", "惠达小区5号楼1单元",
            "found", "三层楼道灯不亮",
            "outcome", "settled",
            "done", "换了灯泡，亮了"));
    awaitState("waiting");
    browser.open("/grid/capture");
    awaitState("waiting");
    clean("grid-offline-queue");
    assertThat(written()).isEqualTo(before);

    line.mend();
    sendNow("[data-queue-send]");
    awaitState("sent");
    assertThat(written()).isEqualTo(before + 1);
    browser.leaving(() -> sendNow(".bh-outbox [data-open]"));
    assertThat(browser.path()).startsWith("/grid/records/");
    assertThat(browser.driver().getPageSource()).contains("换了灯泡，亮了");
    browser.open("/grid");
    awaitState("sent");
    assertThat(written()).isEqualTo(before + 1);
  }

  @Test
  void whatTwoChangedIsShownSideBySide() {
    signIn("grid-worker.4");
    browser.open("/grid/capture?kind=visit&lang=zh");
    press(
        Map.of(
            "matter", "elderly",
            "who", "8号楼1单元301，赵大娘",
            "found", "一个人在家，血压高",
            "outcome", "again",
            "again", "2027-09-20"));
    await("it is kept", () -> browser.path().startsWith("/grid/records/"));
    var record = UUID.fromString(browser.path().replaceAll(".*/", ""));

    line.cut();
    press(Map.of("found", "血压量过，高压一百六"));
    awaitState("waiting");
    var colleague = cast.troupe().actor("grid-worker.4");
    records.amend(record, 1, Map.of("found", "女儿周末来接"), colleague);
    line.mend();
    sendNow("[data-queue-send]");
    awaitState("conflict");
    browser.leaving(() -> sendNow(".bh-outbox [data-open]"));
    assertThat(browser.path()).startsWith("/grid/clashes/");
    assertThat(browser.driver().getPageSource()).contains("女儿周末来接", "血压量过，高压一百六");
    clean("grid-clash");
    browser.send(Map.of("choice.found", "both"));
    assertThat(browser.path()).isEqualTo("/grid/records/" + record);
    assertThat(browser.driver().findElement(By.id("found")).getDomProperty("value"))
        .isEqualTo("女儿周末来接\n血压量过，高压一百六");
  }

  @Test
  void aReportFromTheRoadsideWaitsForTheNetworkWithItsPhoto() {
    browser.forget().open("/riders/rider-parking?lang=zh&theme=light");
    var photo = browser.shoot("a-photo-from-the-roadside").toAbsolutePath().toString();
    browser.driver().findElement(By.id("files")).sendKeys(photo);
    line.cut();
    press(Map.of("area", "140213051", "applicant.name", "骑手丁", "applicant.phone", "13935201901"));
    awaitState("waiting");
    clean("rider-unsent");
    line.mend();
    sendNow("[data-outbox-send]");
    awaitState("sent");
    browser.leaving(() -> sendNow(".bh-outbox [data-open]"));
    assertThat(browser.path()).startsWith("/receipt/");
    var code = browser.path().replaceAll(".*/", "");
    var file = CaseCode.parse(code).flatMap(cases::find).orElseThrow();
    assertThat(file.subject().title()).isEqualTo("停车难（古城街道）");
    assertThat(evidence.of(file.identity().id().value())).hasSize(1);
    assertThat(cases.raised(List.of(file.subject().applicant()), null, 10)).hasSize(1);
  }
}
