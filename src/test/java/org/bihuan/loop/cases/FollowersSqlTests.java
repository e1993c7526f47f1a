package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bihuan.loop.cases.CaseFixtures.opening;
import static org.bihuan.loop.cases.CaseFixtures.staff;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.bihuan.loop.cases.register.TestingRegister;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Readers behind the register hear every entry once, in order, whatever breaks. */
class FollowersSqlTests {

  private static final CaseFixtures HOUSE = new CaseFixtures();
  private static final int LANE = 5;

  @BeforeAll
  static void writesMoreThanABatchIntoOneLane() {
    HOUSE
        .database
        .owner()
        .sql(
            """
            create table public.heard
              (n bigserial, who text, lane integer, position bigint);
            grant select, insert on public.heard to bihuan_app;
            grant usage on sequence public.heard_n_seq to bihuan_app
            """)
        .update();
    var many = Stream.generate(() -> idIn(LANE)).limit(1100);
    HOUSE.cases.open(many.map(id -> opening(id, "appeal", null)).toList());
    for (int lane = 0; lane < 8; lane++) {
      var id = idIn(lane);
      HOUSE.cases.open(List.of(opening(id, "appeal", null)));
      HOUSE.does(id, "accept", staff(Role.DISPATCHER), "{}");
    }
  }

  private static CaseId idIn(int lane) {
    return Stream.generate(HOUSE::newId).filter(id -> id.lane() == lane).findFirst().orElseThrow();
  }

  /** Writes down what it hears, and breaks down at these of its turns after having done so. */
  private record Listener(String name, AtomicInteger turns, List<Integer> breaksAt)
      implements Follower {

    Listener(String name, Integer... breaksAt) {
      this(name, new AtomicInteger(), List.of(breaksAt));
    }

    @Override
    public void follow(List<Entry> entries) {
      HOUSE
          .database
          .jdbc()
          .sql(
              """
              insert into public.heard (who, lane, position)
              select ?, a.* from unnest(?::integer[], ?::bigint[]) as a
              """)
          .params(
              name,
              entries.stream().map(e -> e.place().lane()).toArray(Integer[]::new),
              entries.stream().map(e -> e.place().position()).toArray(Long[]::new))
          .update();
      if (breaksAt.contains(turns.incrementAndGet())) {
        throw new IllegalStateException("broke down in turn " + turns);
      }
    }

    List<@Nullable Long> heard(int lane) {
      return HOUSE
          .database
          .jdbc()
          .sql("select position from public.heard where who = ? and lane = ? order by n")
          .params(name, lane)
          .query(Long.class)
          .list();
    }

    void heardEverythingOnceInOrder() {
      for (int lane = 0; lane < 8; lane++) {
        assertThat(heard(lane)).as("lane " + lane).isEqualTo(positions(lane));
      }
    }
  }

  private static List<Long> positions(int lane) {
    long last =
        HOUSE
            .database
            .jdbc()
            .sql("select last from cases.lane where lane = ?")
            .param(lane)
            .query(Long.class)
            .single();
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static Runnable following(Follower... followers) {
    return TestingRegister.following(HOUSE.database.dataSource(), followers);
  }

  @Test
  void hearEverythingOnceInOrder() {
    var listener = new Listener("plain");
    var turn = following(listener);
    turn.run();
    listener.heardEverythingOnceInOrder();
    turn.run();
    HOUSE.open("licence");
    turn.run();
    turn.run();
    listener.heardEverythingOnceInOrder();
  }

  @Test
  void repeatTheBatchInWhichTheyBrokeDownAndNoOther() {
    var turns = new Listener("counting").turns();
    var listener = new Listener("broken", turns, List.of(2, 3, 7, 8, 9));
    for (int restarts = 0; restarts < 8; restarts++) {
      following(listener).run();
    }
    assertThat(turns.get()).isGreaterThan(9);
    listener.heardEverythingOnceInOrder();
  }

  @Test
  void goOnAfterABatchThatWasCommittedBeforeTheCrash() {
    var listener = new Listener("halfway", IntStream.range(1, 200).boxed().toArray(Integer[]::new));
    following(listener).run();
    assertThat(listener.heard(LANE)).isEmpty();
    var second = new Listener("halfway", 7, 8);
    following(second).run();
    assertThat(second.heard(LANE)).as("one batch of the long lane").hasSize(500);
    following(second).run();
    second.heardEverythingOnceInOrder();
  }

  @Test
  void hearOnceThoughTwoProcessesFollow() {
    var listener = new Listener("shared");
    var there = CompletableFuture.runAsync(following(listener));
    following(listener).run();
    there.join();
    following(listener).run();
    listener.heardEverythingOnceInOrder();
  }

  @Test
  void areNotHeldUpByOneThatBreaksDown() {
    var broken = new Listener("hopeless", IntStream.range(1, 500).boxed().toArray(Integer[]::new));
    var sound = new Listener("sound");
    following(broken, sound).run();
    sound.heardEverythingOnceInOrder();
    assertThat(broken.heard(LANE)).isEmpty();
  }
}
