package org.bihuan.portal.demo;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Lends tests the one browser of this run. Where a server builds, a missing browser is a fault;
 * elsewhere what needs it is left out, and the report says so.
 */
final class WithBrowser implements BeforeAllCallback, ParameterResolver {

  private static final Namespace OURS = Namespace.create(WithBrowser.class);
  private static final String NONE =
      "no chromium and chromedriver on the path: ./verify installs them where it may";

  @Override
  public void beforeAll(ExtensionContext context) {
    if (browser(context).isEmpty()) {
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new AssertionError(NONE);
      }
      abort(NONE);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return browser(context).orElseThrow();
  }

  /** Begun when the first test asks, and ended with the last. */
  private static Optional<Browser> browser(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(OURS)
        .computeIfAbsent("browser", _ -> new Lent(begin()), Lent.class)
        .browser();
  }

  private static Optional<Browser> begin() {
    return found("chromium")
        .flatMap(chromium -> found("chromedriver").map(driver -> new Browser(chromium, driver)));
  }

  private static Optional<Path> found(String name) {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(":", -1))
        .map(folder -> Path.of(folder).resolve(name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What the store closes at the end of the run. */
  private record Lent(Optional<Browser> browser) implements AutoCloseable {
    @Override
    public void close() {
      browser.ifPresent(Browser::close);
    }
  }
}
