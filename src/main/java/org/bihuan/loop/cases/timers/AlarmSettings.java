package org.bihuan.loop.cases.timers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the house is with an alarm that cannot be performed.
 *
 * @param tries how often it is tried before it waits for a person
 * @param firstWait how long it is left alone after the first try; twice as long after each further
 */
@ConfigurationProperties("bihuan.alarms")
public record AlarmSettings(@DefaultValue("8") int tries, @DefaultValue("5m") Duration firstWait) {

  public AlarmSettings {
    if (tries < 1 || tries > 30 || !firstWait.isPositive()) {
      throw new IllegalArgumentException("bihuan.alarms: a number is out of its range");
    }
  }
}
