package org.bihuan;

import org.bihuan.portal.cli.CommandLineDoor;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application: a district's closed loop in one process, and its command line. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Bihuan {

  public static void main(String[] args) {
    CommandLineDoor.run(args);
  }
}
