package org.bihuan.services.league;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.services.league.Member.Standing;
import org.bihuan.services.league.Transfer.Late;
import org.bihuan.services.league.Transfer.Phase;
import org.bihuan.services.league.organisations.Hand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A transfer from the branch it leaves to the branch it comes to, refusals first. */
@TestApp
class TransfersSqlTests {

  private static final String REASON = "不在本街道居住";

  @Autowired private ApplicationContext context;
  @Autowired private Cases cases;
  @Autowired private TestingClock clock;
  @Autowired private TestWork work;

  private LeagueFixtures house;
  private String school;
  private UUID member;
  private Hand branch;
  private Hand street;

  @BeforeEach
  void begin() {
    work.begin();
    clock.set(Instant.parse("2026-07-10T02:00:00Z"));
    house = new LeagueFixtures(context);
    school = house.school(2);
    member = house.members(school + "-1", 1, Map.of("residence", "140213055")).getFirst();
    branch = house.secretary(school + "-1");
    street = house.secretary("street-055");
  }

  private MemberWish.Submit home() {
    return new MemberWish.Submit(member, "home", "street-055", null);
  }

  private Member now() {
    return house.members.find(member).orElseThrow();
  }

  private String state(Transfer transfer) {
    return cases.find(new CaseId(transfer.id())).orElseThrow().state();
  }

  @Nested
  class Submitting {

    @Test
    void isRefusedToOthersBranchesAndForOtherPlaces() {
      assertThat(house.refused(home(), house.secretary(school + "-2")))
          .isEqualTo(LeagueRefusal.NOT_YOURS);
      assertThat(
              house.refused(
                  new MemberWish.Submit(UUID.randomUUID(), "home", "street-055", null), branch))
          .isEqualTo(LeagueRefusal.UNKNOWN_MEMBER);
      assertThat(house.refused(new MemberWish.Submit(member, "home", "street-056", null), branch))
          .isEqualTo(LeagueRefusal.WRONG_KIND);
      assertThat(house.refused(new MemberWish.Submit(member, "army", "street-055", null), branch))
          .isEqualTo(LeagueRefusal.WRONG_KIND);
      assertThat(house.refused(new MemberWish.Submit(member, "study", school, null), branch))
          .isEqualTo(LeagueRefusal.WRONG_KIND);
      assertThat(
              house.refused(
                  new MemberWish.Submit(member, "delayed", school + "-delayed", null), branch))
          .isEqualTo(LeagueRefusal.NOT_A_TRANSFER);
      assertThat(house.refused(new MemberWish.Submit(member, "home", "nowhere", null), branch))
          .isEqualTo(LeagueRefusal.UNKNOWN_ORGANISATION);
      assertThat(now().atHome()).isTrue();
    }

    @Test
    void mayGoElsewhereForABranchWithAReasonButNotForTheMember() {
      var elsewhere = new MemberWish.Submit(member, "home", "street-056", "户籍在武定街道，本人要求");
      assertThat(house.refused(elsewhere, house.self(member)))
          .isEqualTo(LeagueRefusal.OVERRIDE_BY_BRANCH);
      assertThat(house.refused(new MemberWish.Submit(member, "home", "street-056", "无"), branch))
          .isEqualTo(LeagueRefusal.REASON_NEEDED);
      assertThat(house.done(elsewhere, branch).overridden()).isNotNull();
    }

    @Test
    void worksFromAllThreeSidesAndOnlyOnce() {
      assertThat(house.done(home(), house.self(member)).startedBy())
          .isEqualTo(Transfer.Starter.MEMBER);
      assertThat(house.refused(home(), branch)).isEqualTo(LeagueRefusal.UNDER_WAY);
      member = house.member(school + "-1");
      assertThat(house.done(home(), street).startedBy()).isEqualTo(Transfer.Starter.IN);
      member = house.member(school + "-1");
      assertThat(house.done(home(), branch).startedBy()).isEqualTo(Transfer.Starter.OUT);
      assertThat(now().position().standing()).isEqualTo(Standing.UNDER_WAY);
    }

    @Test
    void isTakenLateAndFlagged() {
      clock.set(Instant.parse("2026-08-31T15:59:00Z"));
      assertThat(house.done(home(), branch).late()).isEmpty();
      member = house.member(school + "-1");
      clock.set(Instant.parse("2026-08-31T16:01:00Z"));
      assertThat(house.done(home(), branch).late()).isEqualTo(Set.of(Late.SUBMISSION));
    }

    @Test
    void refusesOneOfAClassWithoutHarmingTheOthers() {
      var class1 = house.members(school + "-1", 49, Map.of());
      var wishes =
          class1.stream()
              .map(id -> (MemberWish) new MemberWish.Submit(id, "army", "special", null))
              .toList();
      var list = new java.util.ArrayList<>(wishes);
      list.add(wishes.getFirst());
      var verdicts = house.transfers.perform(list, branch);
      assertThat(verdicts.subList(0, 49)).allMatch(Verdict.Done.class::isInstance);
      assertThat(verdicts.getLast())
          .isEqualTo(new Verdict.Refused(class1.getFirst(), LeagueRefusal.TWICE));
    }
  }

  @Nested
  class Withdrawing {

    @Test
    void isForTheStarterAloneAndOnlyUntilTheReview() {
      house.done(home(), house.self(member));
      assertThat(house.refused(new MemberWish.Withdraw(member), street))
          .isEqualTo(LeagueRefusal.NOT_THE_STARTER);
      assertThat(house.refused(new MemberWish.Withdraw(member), branch))
          .isEqualTo(LeagueRefusal.NOT_THE_STARTER);
      house.done(new MemberWish.Agree(member, null), street);
      assertThat(house.refused(new MemberWish.Withdraw(member), house.self(member)))
          .isEqualTo(LeagueRefusal.REVIEWED);
    }

    @Test
    void putsTheMemberBackWhereTheyWere() {
      house.done(home(), branch);
      var transfer = house.done(new MemberWish.Withdraw(member), branch);
      assertThat(state(transfer)).isEqualTo("withdrawn");
      assertThat(now().atHome()).isTrue();
      assertThat(house.refused(new MemberWish.Withdraw(member), branch))
          .isEqualTo(LeagueRefusal.NOTHING_UNDER_WAY);
    }
  }

  @Nested
  class Reviewing {

    @Test
    void isForTheReceiverAlone() {
      house.done(home(), branch);
      assertThat(house.refused(new MemberWish.Agree(member, null), branch))
          .isEqualTo(LeagueRefusal.NOT_YOURS);
      assertThat(
              house.refused(new MemberWish.Return(member, REASON), house.secretary("street-056")))
          .isEqualTo(LeagueRefusal.NOT_YOURS);
    }

    @Test
    void needsAReasonToReturnAndTheStarterMaySendItAgain() {
      house.done(home(), branch);
      assertThat(house.refused(new MemberWish.Return(member, " 不 "), street))
          .isEqualTo(LeagueRefusal.REASON_NEEDED);
      var back = house.done(new MemberWish.Return(member, REASON), street);
      assertThat(back.course().phase()).isEqualTo(Phase.RETURNED);
      assertThat(now().position().standing()).isEqualTo(Standing.UNDER_WAY);
      assertThat(house.refused(new MemberWish.Agree(member, null), street))
          .isEqualTo(LeagueRefusal.NOT_SUBMITTED);
      var again = new MemberWish.Resubmit(member, "army", "special", null);
      assertThat(house.done(again, branch).route().goesTo()).isEqualTo("special");
    }

    @Test
    void givesABranchAtOnceOrLater() {
      house.done(home(), branch);
      assertThat(house.refused(new MemberWish.Agree(member, "street-056-branch"), street))
          .isEqualTo(LeagueRefusal.NO_BRANCH);
      var agreed = house.done(new MemberWish.Agree(member, null), street);
      assertThat(state(agreed)).isEqualTo("assigning");
      assertThat(now().position().organisation()).isEqualTo(school + "-1");
      var moved = house.done(new MemberWish.Assign(member, "street-055-branch"), street);
      assertThat(state(moved)).isEqualTo("moved");
      assertThat(now().position().organisation()).isEqualTo("street-055-branch");
      member = house.member(school + "-1");
      house.done(home(), branch);
      assertThat(
              house
                  .done(new MemberWish.Agree(member, "street-055-branch"), street)
                  .course()
                  .phase())
          .isEqualTo(Phase.MOVED);
    }

    @Test
    void endsWithAnOrderSoThatNobodyIsRefusedByAll() {
      house.done(home(), branch);
      house.done(new MemberWish.Return(member, REASON), street);
      var order = new MemberWish.Order(member, "street-055", "常住清远街道，由其接收");
      assertThat(house.refused(order, branch)).isEqualTo(LeagueRefusal.COMMITTEE_ONLY);
      assertThat(house.refused(order, LeagueFixtures.committee()))
          .isEqualTo(LeagueRefusal.NOT_ORDERED_YET);
      house.done(new MemberWish.Resubmit(member, "home", "street-055", null), branch);
      house.done(new MemberWish.Return(member, REASON), street);
      assertThat(house.done(order, LeagueFixtures.committee()).course().ordered()).isTrue();
      assertThat(house.refused(new MemberWish.Return(member, REASON), street))
          .isEqualTo(LeagueRefusal.MUST_TAKE);
      house.done(new MemberWish.Agree(member, "street-055-branch"), street);
      assertThat(context.getBean(Lists.class).board(2026).receivers())
          .filteredOn(one -> one.organisation().equals("street-055"))
          .allMatch(one -> one.returned() >= 2);
    }
  }

  @Nested
  class Holding {

    private Transfer held() {
      house.done(new MemberWish.Submit(member, "keep", school + "-floating", null), branch);
      return house.done(new MemberWish.Agree(member, null), house.secretary(school));
    }

    @Test
    void happensOnceAndEndsWhenTheMemberHasMovedOn() {
      var holding = held();
      assertThat(state(holding)).isEqualTo("holding");
      assertThat(now().position().standing()).isEqualTo(Standing.HOLDING);
      house.done(home(), house.secretary(school));
      assertThat(now().position().standing()).isEqualTo(Standing.UNDER_WAY);
      house.done(new MemberWish.Withdraw(member), house.secretary(school));
      assertThat(now().position().standing()).isEqualTo(Standing.HOLDING);
      house.done(home(), house.secretary(school));
      house.done(new MemberWish.Agree(member, "street-055-branch"), street);
      assertThat(state(holding)).isEqualTo("released");
      assertThat(now().position().standing()).isEqualTo(Standing.SETTLED);
      assertThat(
              house.refused(
                  new MemberWish.Submit(member, "keep", school + "-floating", null),
                  LeagueFixtures.committee()))
          .isEqualTo(LeagueRefusal.HELD_ALREADY);
      assertThat(house.audit.count().faults()).isEmpty();
    }

    @Test
    void isRemindedAfterSixMonthsAndSupervisedAfterAYear() {
      var lists = context.getBean(Lists.class);
      var before = lists.held().orElseThrow();
      var holding = held();
      clock.set(Instant.parse("2027-01-11T02:00:00Z"));
      work.ringAlarms();
      assertThat(lists.held().orElseThrow().reached()).isGreaterThan(before.reached());
      assertThat(cases.entries(new CaseId(holding.id())))
          .anyMatch(row -> row.entry().act().equals("remind-half"));
      assertThat(state(holding)).isEqualTo("holding");
      clock.set(Instant.parse("2027-07-12T02:00:00Z"));
      work.ringAlarms();
      assertThat(state(holding)).isEqualTo("overheld");
      assertThat(lists.held().orElseThrow().passed()).isGreaterThan(before.passed());
      assertThat(now().position().standing()).isEqualTo(Standing.HOLDING);
      house.done(home(), house.secretary(school));
      assertThat(house.done(new MemberWish.Agree(member, "street-055-branch"), street).late())
          .isEqualTo(Set.of(Late.SUBMISSION, Late.REVIEW, Late.MOVE));
    }
  }

  @Test
  void delayedOnesAreMarkedAndNothingIsTransferred() {
    var marked = house.perform(new MemberWish.Mark(member), branch);
    assertThat(marked).isEqualTo(new Verdict.Done(member, null));
    assertThat(now().position().organisation()).isEqualTo(school + "-delayed");
    assertThat(house.refused(new MemberWish.Mark(member), house.secretary(school)))
        .isEqualTo(LeagueRefusal.SAME_ORGANISATION);
  }

  @Test
  void everyActIsInTheRegisterUnderWhoDidIt() {
    var sent = house.done(home(), branch);
    house.done(new MemberWish.Agree(member, "street-055-branch"), street);
    var entries = cases.entries(new CaseId(sent.id())).stream().map(row -> row.entry()).toList();
    assertThat(entries).extracting(Entry::act).containsExactly("open", "agree-to-assign", "assign");
    assertThat(entries.getLast().actor()).isEqualTo(street.actor().id());
  }
}
