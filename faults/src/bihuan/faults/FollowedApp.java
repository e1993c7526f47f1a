package bihuan.faults;

import java.util.List;
import java.util.Map;
import org.bihuan.Bihuan;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The product at its work without pages, with one more follower that writes down what it is told.
 */
final class FollowedApp {

  /** What the follower does wrong on purpose: it makes its effect last before the cursor moves. */
  static final String HASTY = "hasty";

  private FollowedApp() {}

  public static void main(String[] args) {
    new SpringApplicationBuilder(Bihuan.class, Hung.class)
        .web(WebApplicationType.NONE)
        .logStartupInfo(false)
        .properties(Map.of("bihuan.followers.every", "20ms", "logging.level.root", "error"))
        .run(args);
  }

  /** Puts the follower into the house. */
  @Configuration(proxyBeanMethods = false)
  static class Hung {

    @Bean
    Follower recorder(
        JdbcTemplate jdbc,
        PlatformTransactionManager transactions,
        org.springframework.core.env.Environment settings) {
      return new Recorder(jdbc, transactions, settings.getProperty(HASTY, Boolean.class, false));
    }
  }

  /** Writes each entry into a table of the harness, in the order it comes. */
  private record Recorder(JdbcTemplate jdbc, PlatformTransactionManager transactions, boolean hasty)
      implements Follower {

    private static final String ADD =
        "insert into faults.heard (lane, position, case_id, version) values (?, ?, ?, ?)";

    @Override
    public String name() {
      return "recorder";
    }

    @Override
    public void follow(List<Entry> entries) {
      if (hasty) {
        var own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        own.executeWithoutResult(status -> record(entries));
      } else {
        record(entries);
      }
      pause();
    }

    private void record(List<Entry> entries) {
      jdbc.batchUpdate(
          ADD,
          entries.stream()
              .map(
                  e ->
                      new Object[] {
                        e.place().lane(), e.place().position(), e.caseId(), e.version()
                      })
              .toList());
    }

    /** Long enough to be killed in between. */
    private static void pause() {
      try {
        Thread.sleep(400);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
