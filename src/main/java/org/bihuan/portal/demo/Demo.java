package org.bihuan.portal.demo;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The Pingcheng demo once it runs. */
@Component
@ConditionalOnBooleanProperty("bihuan.demo")
public class Demo {

  /** Writes the tokens and says where to look and as whom to sign in. */
  public List<String> welcome(Path folder, int port) {
    return List.of("ready: http://localhost:" + port + "/", folder.toString());
  }
}
