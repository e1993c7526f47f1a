package org.bihuan.portal.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser with a fresh profile, as wide as one likes, that can be asked what axe finds. */
final class Browser implements AutoCloseable {

  private static final Path SHOTS = Path.of("target/screenshots");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private final ChromeDriver driver;
  private final String axe;
  private String house = "";
  private int width;

  Browser(Path chromium, Path chromedriver) {
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build(),
            options(chromium));
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    this.axe = axe();
  }

  /** Nothing but the pages is asked for: no updates, no names looked up elsewhere. */
  private static ChromeOptions options(Path chromium) {
    var options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
        "--force-device-scale-factor=1");
    return options;
  }

  private static String axe() {
    try (var in = Browser.class.getResourceAsStream("/axe/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Goes to the house on this port, as somebody nobody knows. */
  Browser at(int port) {
    house = "http://localhost:" + port;
    return open("/favicon.svg").forget();
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Where the browser is, without the house's address. */
  String path() {
    return String.valueOf(driver.getCurrentUrl()).replace(house, "");
  }

  Browser open(String path) {
    driver.get(house + path);
    return this;
  }

  /** As a phone, a tablet or a desk sees it. */
  Browser width(int pixels) {
    if (pixels != width) {
      driver.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
      width = pixels;
    }
    return this;
  }

  /** Forgets who was signed in and what was chosen. */
  Browser forget() {
    driver.manage().deleteAllCookies();
    return this;
  }

  /**
   * Fills what is asked by its name and presses the button that sends it: the one of this value
   * under the name {@code press} if there is one.
   */
  Browser send(Map<String, String> answers) {
    return leaving(() -> driver.executeScript(Scripts.FILL, answers));
  }

  /** Does what leads to another page, and waits until that is there. */
  Browser leaving(Runnable what) {
    driver.executeScript("window.left = true");
    what.run();
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!Boolean.TRUE.equals(driver.executeScript(Scripts.ARRIVED))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("nothing came after " + path());
      }
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    return this;
  }

  /** What hides that the keyboard is here; empty if it is on the screen, marked and not covered. */
  String unseen(WebElement stop) {
    return String.valueOf(driver.executeScript(Scripts.UNSEEN, stop));
  }

  boolean isWithin(WebElement element, String selector) {
    return Boolean.TRUE.equals(
        driver.executeScript("return !!arguments[0].closest(arguments[1])", element, selector));
  }

  /** What axe finds wrong with the page: rule and place of each. */
  @SuppressWarnings("unchecked") // the script gives an array of strings
  List<String> violations() {
    driver.executeScript(axe);
    return (List<String>) Objects.requireNonNull(driver.executeAsyncScript(Scripts.RUN_AXE));
  }

  /** What sticks out of the page on the right; empty if nobody has to scroll sideways. */
  String overhang() {
    return String.valueOf(driver.executeScript(Scripts.OVERHANG));
  }

  /** Keeps a picture of the whole page under target/screenshots. */
  Path shoot(String name) {
    var shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot",
            Map.of(
                "format",
                "png",
                "captureBeyondViewport",
                true,
                "optimizeForSpeed",
                true,
                "clip",
                sheet()));
    try {
      return Files.write(
          Files.createDirectories(SHOTS).resolve(name + ".png"),
          Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The whole page once it is laid out: a busy browser has no width for a moment. */
  private Map<String, Number> sheet() {
    for (int tries = 0; tries < 200; tries++) {
      var of = driver.executeCdpCommand("Page.getLayoutMetrics", Map.of());
      var size = (Map<?, ?>) Objects.requireNonNull(of.get("cssContentSize"));
      var wide = (Number) Objects.requireNonNull(size.get("width"));
      var high = (Number) Objects.requireNonNull(size.get("height"));
      if (wide.intValue() > 0 && high.intValue() > 0) {
        return Map.of("x", 0, "y", 0, "width", wide, "height", high, "scale", 1);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    throw new AssertionError("the page was never laid out");
  }

  @Override
  public void close() {
    driver.quit();
  }
}
