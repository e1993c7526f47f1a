package org.bihuan.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Opening;
import org.bihuan.loop.cases.rounds.RoundsFull;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bihuan in this process, through the door for single acts. */
final class Product implements Contestant {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String database;
  private final ConfigurableApplicationContext house;
  private final Door door;
  private final Clock clock;
  private final LongAdder turnedAway = new LongAdder();

  Product(Arena arena, Path folder, String database) {
    this.database = database;
    this.house = House.open(arena.database(database), folder);
    this.door = Door.of(house);
    this.clock = house.getBean(Clock.class);
  }

  @Override
  public String name() {
    return "Bihuan";
  }

  @Override
  public String database() {
    return database;
  }

  @Override
  public Worker worker(int number) {
    return new Clerk();
  }

  /** How often somebody was turned away and came again. */
  long turnedAway() {
    return turnedAway.sum();
  }

  @Override
  public void close() {
    house.close();
  }

  private final class Clerk implements Worker {

    private CaseId id = new CaseId(new UUID(0, 0));
    private Actor person = Actor.CLOCK;

    /** Whoever is turned away comes again; the waiting is part of the time it took. */
    @Override
    public void next(Step step) {
      var decision = admitted(step);
      if (!(decision instanceof Decision.Accepted)) {
        throw new IllegalStateException(step + " was refused: " + decision);
      }
    }

    private Decision admitted(Step step) {
      if (step == Step.OPEN) {
        id = new CaseId(Uuid7.next(clock));
        person = Actor.applicant(UUID.randomUUID(), "");
      }
      while (true) {
        try {
          return decide(step);
        } catch (RoundsFull full) {
          turnedAway.increment();
        }
      }
    }

    private Decision decide(Step step) {
      return switch (step) {
        case OPEN -> open();
        case ACCEPT -> perform(step, Staff.DISPATCHER, JSON.objectNode());
        case DISPATCH -> perform(step, Staff.DISPATCHER, JSON.objectNode().put("unit", Staff.UNIT));
        case CLAIM -> perform(step, Staff.HANDLER, JSON.objectNode());
        case ANSWER ->
            perform(
                step,
                Staff.HANDLER,
                JSON.objectNode().put("reply", Words.REPLY).put("solved", true));
        case CONFIRM -> perform(step, person, JSON.objectNode().put("rating", 1));
      };
    }

    private Decision open() {
      return door.open(
          new Opening(
              id,
              "appeal",
              Staff.ITEM,
              Words.TITLE,
              Staff.AREA,
              Staff.CENTRE,
              person.id(),
              "online",
              null,
              JSON.objectNode().put("description", Words.DESCRIPTION),
              person));
    }

    private Decision perform(Step act, Actor actor, ObjectNode facts) {
      return door.perform(new Act(id, act.code(), actor, null, null, facts, null));
    }
  }
}
