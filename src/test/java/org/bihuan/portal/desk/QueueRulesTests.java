package org.bihuan.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.portal.views.View;
import org.junit.jupiter.api.Test;

class QueueRulesTests {

  private static Actor actor(Role... roles) {
    return new Actor(new UUID(0, 1), "someone", Set.of(roles), "city-management");
  }

  @Test
  void areThoseOfTheReadersParts() {
    assertThat(Queue.of(actor(Role.DISPATCHER)))
        .containsExactly(Queue.RECEIVED, Queue.DISPATCH, Queue.ALL);
    assertThat(Queue.of(actor(Role.APPROVER))).containsExactly(Queue.OURS, Queue.ALL);
    assertThat(Queue.of(actor(Role.ADMIN))).containsExactly(Queue.ALL);
  }

  @Test
  void openWithTheFirstOfTheReadersOwnWhateverIsAsked() {
    assertThat(Queue.of("calls", actor(Role.DISPATCHER))).isEqualTo(Queue.RECEIVED);
    assertThat(Queue.of(null, actor(Role.LEADER))).isEqualTo(Queue.SUPERVISION);
    assertThat(Queue.of("all", actor(Role.LEADER))).isEqualTo(Queue.ALL);
  }

  @Test
  void areCountedTogetherForADispatcher() {
    assertThat(Queue.of("mine", actor(Role.DISPATCHER))).isEqualTo(Queue.DUTY);
    assertThat(Queue.of("mine", actor(Role.HANDLER))).isEqualTo(Queue.OURS);
    assertThat(Queue.of("duty", actor(Role.HANDLER))).isEqualTo(Queue.OURS);
    assertThat(Queue.mine(actor(Role.ADMIN))).isEqualTo(Queue.ALL);
  }

  @Test
  void keepTheOwnPileToTheOwnUnit() {
    var wanted =
        Queue.Wanted.of(
            new View.Asked("ours", "traffic-police", " ", "made up", "路灯", "help"),
            "made up",
            Instant.EPOCH);

    assertThat(Queue.OURS.query(wanted, actor(Role.HANDLER), 10).unit())
        .isEqualTo("city-management");
    var all = Queue.ALL.query(wanted, actor(Role.HANDLER), 10);
    assertThat(all.unit()).isEqualTo("traffic-police");
    assertThat(all.state()).isNull();
    assertThat(all.after()).isNull();
  }
}
