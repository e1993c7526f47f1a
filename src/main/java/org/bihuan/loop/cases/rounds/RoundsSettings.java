package org.bihuan.loop.cases.rounds;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How rounds are made.
 *
 * @param writers threads that carry rounds, each with a connection of its own; 1 to 16
 * @param most pieces of work in one round; more than that wait for the next
 * @param waiting pieces of work that may wait or be under way in all; what comes on top is turned
 *     away
 * @param patience how long a piece may wait to be begun before it is turned away
 */
@ConfigurationProperties("bihuan.rounds")
public record RoundsSettings(
    @DefaultValue("2") int writers,
    @DefaultValue("128") int most,
    @DefaultValue("512") int waiting,
    @DefaultValue("5s") Duration patience) {

  public RoundsSettings {
    if (writers < 1 || writers > 16 || most < 1 || waiting < writers || !patience.isPositive()) {
      throw new IllegalArgumentException("bihuan.rounds: a number is out of its range");
    }
  }
}
