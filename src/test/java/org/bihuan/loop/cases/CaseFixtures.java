package org.bihuan.loop.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.TestingUnits;
import org.bihuan.foundation.calendar.CalendarListener;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.calendar.TestingCalendars;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.foundation.storage.TestDatabase;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.loop.cases.register.SnapshotSql;
import org.bihuan.loop.cases.rounds.RoundsSettings;
import org.bihuan.loop.cases.rounds.TestingRooms;
import org.bihuan.loop.cases.search.TestingTitles;
import org.bihuan.loop.cases.timers.Alarms;
import org.bihuan.loop.cases.timers.TestingTimers;
import org.bihuan.loop.procedures.Conditions;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.procedures.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The kernel on a database of its own with a clock one can move; states come about by acts. */
final class CaseFixtures {

  static final District DISTRICT = new District(140213);
  static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
  static final UUID PERSON = UUID.fromString("00000000-0000-7000-8000-0000000000aa");
  static final String UNIT = "dispatch-centre";
  static final Procedures PROCEDURES = Procedures.shipped();
  static final Conditions CONDITIONS = new Conditions();
  static final Forms FORMS = new Forms();

  final TestDatabase database = TestDatabase.fresh();
  final TestingClock clock = new TestingClock();
  final JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
  final TransactionTemplate transaction = new TransactionTemplate(transactions);
  final CaseSql sql;
  final CaseReadSql reads =
      new CaseReadSql(database.jdbc(), DISTRICT, TestingTitles.on(database, DISTRICT));
  final Calendars calendars;
  final Moving moving;
  final Cases cases;

  CaseFixtures() {
    this(new RoundsSettings(2, 128, 512, Duration.ofSeconds(5)), UnaryOperator.identity());
  }

  /** The same with other rounds, or with a connection that breaks when its test says so. */
  CaseFixtures(RoundsSettings rounds, UnaryOperator<PlatformTransactionManager> between) {
    sql = new CaseSql(new JdbcTemplate(database.dataSource()), DISTRICT, clock);
    calendars = TestingCalendars.on(database, clock, List::of);
    var units = TestingUnits.loaded(database, clock, DISTRICT);
    var surroundings = TestingDoor.surroundings(clock, calendars, units, reads);
    var through = between.apply(transactions);
    var room = TestingRooms.room(rounds, through, database.jdbc());
    moving = new Moving(new Deciding(sql, reads, PROCEDURES, surroundings), through, room);
    cases = TestingDoor.of(new Cases(moving, reads, PROCEDURES, surroundings), transactions);
  }

  CalendarListener recounting() {
    return TestingTimers.recounting(this.database.jdbc(), cases, calendars, clock, transactions);
  }

  /** Another process that rings. */
  Alarms alarms() {
    return TestingTimers.alarms(database.jdbc(), cases, clock);
  }

  Register.Report verify() {
    return SnapshotSql.of(database.dataSource(), DISTRICT, Register::verify);
  }

  static Actor staff(Role role) {
    return new Actor(new UUID(0, role.code().hashCode()), role.code(), Set.of(role), UNIT);
  }

  static Actor person() {
    return Actor.applicant(PERSON, "居民");
  }

  CaseId newId() {
    return new CaseId(Uuid7.next(clock));
  }

  static Opening opening(CaseId id, String procedure, @Nullable CaseId parent) {
    var facts =
        switch (procedure) {
          case "licence" -> "{\"project\": \"小吃店\"}";
          case "joint" -> "{\"task\": \"现场查看\", \"unit\": \"dispatch-centre\"}";
          case "redress" -> "{\"about\": \"意见簿第一页\", \"grade\": 5}";
          default -> "{\"description\": \"路灯不亮了\"}";
        };
    var actor = procedure.matches("joint|redress") ? staff(Role.DISPATCHER) : person();
    return new Opening(
        id,
        procedure,
        null,
        "路灯",
        "140213001",
        UNIT,
        PERSON,
        "online",
        parent,
        CaseJson.readObject(facts),
        actor);
  }

  CaseId open(String procedure) {
    return open(procedure, null);
  }

  CaseId open(String procedure, @Nullable CaseId parent) {
    var opening = opening(newId(), procedure, parent);
    return accepted(cases.open(List.of(opening)).getFirst()).identity().id();
  }

  static Act act(CaseId id, String name, Actor actor, String facts) {
    return new Act(id, name, actor, null, "理由充分", CaseJson.readObject(facts), null);
  }

  CaseView does(CaseId id, String name, Actor actor, String facts) {
    return accepted(cases.perform(List.of(act(id, name, actor, facts))).getFirst());
  }

  static CaseView accepted(Decision decision) {
    return switch (decision) {
      case Decision.Accepted(var file) -> file;
      case Decision.Refused refused -> throw new AssertionError(refused.toString());
    };
  }

  static String outcome(Decision decision) {
    return switch (decision) {
      case Decision.Accepted a -> "accepted";
      case Decision.Refused r -> r.refusal().code();
    };
  }
}
