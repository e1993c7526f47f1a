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
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A real browser with a fresh profile, as wide as one likes, that can be asked what axe finds. */
final class Browser implements AutoCloseable {

  private static final Path SHOTS = Path.of("target/screenshots");
  private static final String RUN_AXE =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ['violations']}).then(
        found => done(found.violations.flatMap(v => v.nodes.map(n => v.id + ' ' + n.target.join(' ')))),
        failed => done(['axe failed: ' + failed]));
      """;

  private final ChromeDriver driver;
  private final String house;
  private final String axe;

  private Browser(Path chromium, Path chromedriver, int port) {
    var options = new ChromeOptions();
    options.setBinary(chromium.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--force-device-scale-factor=1");
    this.driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    this.house = "http://localhost:" + port;
    this.axe = axe();
  }

  /** A browser, where the machine has one. */
  static Optional<Browser> start(int port) {
    return found("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            chromium ->
                found("chromedriver")
                    .map(chromedriver -> new Browser(chromium, chromedriver, port)));
  }

  private static Optional<Path> found(String... names) {
    return Stream.of(names)
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(":", -1)).map(f -> Path.of(f).resolve(name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String axe() {
    try (var in = Browser.class.getResourceAsStream("/axe/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
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
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", pixels < 700));
    return this;
  }

  /** Forgets who was signed in and what was chosen. */
  Browser forget() {
    driver.manage().deleteAllCookies();
    return this;
  }

  Browser signIn(String login) {
    forget().open("/sign-in");
    driver.findElement(By.name("username")).sendKeys(login);
    var password = driver.findElement(By.name("password"));
    password.sendKeys(Cast.PASSWORD);
    password.submit();
    return this;
  }

  /** What axe finds wrong with the page: rule and place of each. */
  @SuppressWarnings("unchecked") // the script gives an array of strings
  List<String> violations() {
    driver.executeScript(axe);
    return (List<String>) Objects.requireNonNull(driver.executeAsyncScript(RUN_AXE));
  }

  /** How many pixels of the page stick out on the right. */
  long overhang() {
    return (Long)
        Objects.requireNonNull(
            driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
  }

  /** Keeps a picture of the whole page under target/screenshots. */
  void shoot(String name) {
    var shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    try {
      Files.createDirectories(SHOTS);
      Files.write(
          SHOTS.resolve(name + ".png"),
          Base64.getDecoder().decode(String.valueOf(shot.get("data"))));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
