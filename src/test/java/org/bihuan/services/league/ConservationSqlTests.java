package org.bihuan.services.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.services.league.organisations.Hand;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody is lost: whatever is tried in whatever order, everybody is in one place. */
@TestApp
class ConservationSqlTests {

  private static final int MEMBERS = 1_000;
  private static final int STEPS = 200;
  private static final List<String> RULES =
      List.of("study", "employer", "residence-street", "army", "home", "keep", "abroad", "delayed");

  @Autowired private ApplicationContext context;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestingClock clock;
  @Autowired private TestWork work;

  private LeagueFixtures house() {
    work.begin();
    return new LeagueFixtures(context);
  }

  @Test
  void holdsAtEveryStepOfRandomHistories() {
    var house = house();
    var schools = List.of(house.school(2), house.school(2));
    var employer = house.employer();
    var members = new ArrayList<UUID>();
    for (var school : schools) {
      members.addAll(house.members(school + "-1", MEMBERS / 4, Map.of()));
      members.addAll(house.members(school + "-2", MEMBERS / 4, Map.of()));
    }
    var random = new Random(20260831);
    var reached = new EnumMap<Transfer.Phase, Integer>(Transfer.Phase.class);
    var own = Set.copyOf(members);
    for (int step = 0; step < STEPS; step++) {
      clock.move(Duration.ofHours(31));
      var hand = step % 3 == 0 ? Hand.member(UUID.randomUUID(), own) : LeagueFixtures.committee();
      var wishes = new ArrayList<MemberWish>();
      for (var member : members) {
        wishes.add(wish(member, random, schools, employer));
      }
      var vs = house.transfers.perform(wishes, hand);
      for (var verdict : vs) {
        if (verdict instanceof Verdict.Done(_, var transfer) && transfer != null) {
          reached.merge(transfer.course().phase(), 1, Integer::sum);
        }
      }
      var count = house.audit.count();
      assertThat(count.faults()).as("after step %d", step).isEmpty();
    }
    assertThat(reached.keySet())
        .contains(
            Transfer.Phase.SUBMITTED,
            Transfer.Phase.RETURNED,
            Transfer.Phase.ASSIGNING,
            Transfer.Phase.HOLDING,
            Transfer.Phase.MOVED,
            Transfer.Phase.WITHDRAWN);
  }

  private static MemberWish wish(
      UUID member, Random random, List<String> schools, String employer) {
    var street = "street-05" + random.nextInt(10);
    var rule = RULES.get(random.nextInt(RULES.size()));
    var school = schools.get(random.nextInt(2));
    var to =
        switch (rule) {
          case "study" -> school;
          case "employer" -> employer;
          case "army" -> "special";
          case "keep" -> school + "-floating";
          case "abroad" -> school + "-abroad";
          default -> street;
        };
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> new MemberWish.Submit(member, rule, to, null);
      case 4 -> new MemberWish.Withdraw(member);
      case 5, 6 -> new MemberWish.Return(member, "不符合接收条件");
      case 7, 8 -> new MemberWish.Resubmit(member, rule, to, null);
      case 9, 10, 11 ->
          new MemberWish.Agree(member, random.nextBoolean() ? null : street + "-branch");
      case 12, 13 -> new MemberWish.Assign(member, street + "-branch");
      case 14 -> new MemberWish.Order(member, street, "多次退回，由团区委指定接收");
      default -> new MemberWish.Mark(member);
    };
  }

  @Test
  void isKeptByTheDatabaseItself() {
    var house = house();
    var member = house.member(house.school(1) + "-1");
    assertThatThrownBy(
            () ->
                jdbc.sql("update league.membership set until = since where member = :id")
                    .param("id", member)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into league.membership
                          (district, member, n, organisation, standing, since)
                        values (140213, :id, 2, 'special', 'settled', now())
                        """)
                    .param("id", member)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThat(house.audit.count().faults()).isEmpty();
  }

  @Test
  void isCountedByNightAndAMissingTransferIsSeen() {
    var house = house();
    var member = house.member(house.school(1) + "-1");
    var street =
        house.done(
            new MemberWish.Submit(member, "home", "street-055", null), LeagueFixtures.committee());
    house.audit.run();
    assertThat(house.audit.notes(Audit.Kind.CONSERVATION, 1).getFirst().sound()).isTrue();
    jdbc.sql("update league.transfer set phase = 'withdrawn', ended_at = now() where id = :id")
        .param("id", street.id())
        .update();
    try {
      clock.move(Duration.ofMinutes(1));
      house.audit.run();
      var note = house.audit.notes(Audit.Kind.CONSERVATION, 1).getFirst();
      assertThat(note.sound()).isFalse();
      assertThat(note.said()).contains("out").contains("under way by place");
    } finally {
      jdbc.sql("update league.transfer set phase = 'submitted', ended_at = null where id = :id")
          .param("id", street.id())
          .update();
    }
  }
}
