package org.bihuan.portal.demo;

import org.bihuan.Bihuan;
import org.bihuan.TestWork;
import org.bihuan.foundation.storage.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The demo as people meet it, on a port of its own, its stories told on a fixed day. */
@SpringBootTest(
    classes = {Bihuan.class, TestWork.class, Walked.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "bihuan.demo=true",
      "bihuan.demo-today=2027-09-15T02:00:00Z",
      "bihuan.work=false",
      "logging.level.root=warn",
      "bihuan.key-file=target/demo.key",
      "bihuan.register.key-file=target/demo-register.key",
      "bihuan.password.memory-kib=64",
      "bihuan.password.iterations=1"
    })
interface DemoHouse {

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    var settings = TestDatabase.freshSettings();
    registry.add("bihuan.database.url", settings::url);
    registry.add("bihuan.database.user", settings::user);
    registry.add("bihuan.database.password", settings::password);
    registry.add("bihuan.database.owner", settings::owner);
    registry.add("bihuan.database.owner-password", settings::ownerPassword);
    registry.add("bihuan.database.pool", () -> 4);
  }
}
