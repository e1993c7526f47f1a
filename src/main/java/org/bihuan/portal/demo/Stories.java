package org.bihuan.portal.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.loop.cases.CaseView;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the stories at the first start, in one transaction with the cast: a crash in the middle
 * leaves nothing, and the next start tells them anew. As a lifecycle it comes after all beans have
 * loaded their reference data, and before the web server and scheduled work, which start in the
 * last phases.
 */
@Component
@ConditionalOnBooleanProperty("bihuan.demo")
class Stories implements SmartLifecycle {

  private static final System.Logger LOG = System.getLogger(Stories.class.getName());

  private final Cast cast;
  private final Doors doors;
  private final StationTales tales;
  private final GridStories rounds;
  private final LeagueStory league;
  private final TransactionTemplate transaction;
  private volatile boolean told;

  Stories(
      Cast cast,
      Doors doors,
      StationTales tales,
      GridStories rounds,
      LeagueStory league,
      PlatformTransactionManager transactions) {
    this.cast = cast;
    this.doors = doors;
    this.tales = tales;
    this.rounds = rounds;
    this.league = league;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void start() {
    if (!cast.engaged()) {
      transaction.executeWithoutResult(
          status -> {
            cast.engage();
            var today = doors.clock().instant();
            league.tell(today, cast.troupe());
            int cases = tell(today).size();
            tales.tell(today, cast.troupe());
            LOG.log(System.Logger.Level.INFO, "the demo begins with {0} cases", cases);
          });
    }
    told = true;
  }

  /** Tells every story as seen from this instant; the caller's transaction holds it all. */
  Map<String, CaseView> tell(Instant today) {
    try {
      var told = new Replay(doors, cast.troupe(), book(), today).run();
      rounds.tell(cast.troupe(), today);
      return told;
    } finally {
      doors.clock().run();
    }
  }

  static List<Story> book() {
    return DataFile.resource("demo/stories.yaml").as(Story.Book.class).stories();
  }

  @Override
  public void stop() {
    told = false;
  }

  @Override
  public boolean isRunning() {
    return told;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
