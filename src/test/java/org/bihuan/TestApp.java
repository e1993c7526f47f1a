package org.bihuan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bihuan.foundation.storage.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * The one whole application that tests share: a random port, a fresh database, a clock that stands
 * where a test puts it ({@link TestingClock}), and no work behind it; alarms and followers are rung
 * by {@link TestWork}. Every class that carries this mark and nothing else gets the same context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {Bihuan.class, TestApp.Time.class, TestWork.class, TestStaff.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "bihuan.work=false",
      "bihuan.database.pool=8",
      "bihuan.password.memory-kib=64",
      "bihuan.password.iterations=1"
    })
@ContextConfiguration(initializers = TestApp.Rooms.class)
public @interface TestApp {

  /** The clock that moves only when told. */
  @TestConfiguration(proxyBeanMethods = false)
  class Time {

    @Bean
    @Primary
    TestingClock testingClock() {
      return new TestingClock();
    }
  }

  /** A database and keys of its own. */
  final class Rooms implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var settings = TestDatabase.freshSettings();
      var keys = keys();
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context,
          "bihuan.database.url=" + settings.url(),
          "bihuan.database.user=" + settings.user(),
          "bihuan.database.password=" + settings.password(),
          "bihuan.database.owner=" + settings.owner(),
          "bihuan.database.owner-password=" + settings.ownerPassword(),
          "bihuan.key-file=" + keys.resolve("field.key"),
          "bihuan.register.key-file=" + keys.resolve("register.key"));
    }

    private static Path keys() {
      try {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "keys-");
      } catch (IOException e) {
        throw new UncheckedIOException("no folder for the keys", e);
      }
    }
  }
}
