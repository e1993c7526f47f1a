package org.bihuan.portal.frame;

import org.bihuan.Bihuan;
import org.bihuan.foundation.storage.TestDatabase;
import org.bihuan.portal.account.TestingProvider;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application on a port of its own, over a database of its own, with test routes. */
@SpringBootTest(
    classes = {
      Bihuan.class,
      TestingRoutes.Marked.class,
      TestingRoutes.Unmarked.class,
      TestingPhones.class
    },
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "bihuan.key-file=target/test.key",
      "bihuan.sign-in.key-file=target/test-sign-in.key",
      "bihuan.password.memory-kib=64",
      "bihuan.password.iterations=1"
    })
interface WholeHouse {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    var settings = TestDatabase.freshSettings();
    registry.add("bihuan.database.url", settings::url);
    registry.add("bihuan.database.user", settings::user);
    registry.add("bihuan.database.password", settings::password);
    registry.add("bihuan.database.owner", settings::owner);
    registry.add("bihuan.database.owner-password", settings::ownerPassword);
    registry.add("bihuan.database.pool", () -> 4);
    registry.add("bihuan.oidc.issuer", TestingProvider::issuer);
    registry.add("bihuan.oidc.client-secret", () -> "for tests");
  }
}
