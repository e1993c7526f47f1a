package org.bihuan;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;

/** People who work in the shared application, made as a test asks for them. */
public final class TestStaff {

  private static final Duration LIFETIME = Duration.ofDays(366);

  private final Staff staff;
  private final Map<String, Member> members = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  TestStaff(Staff staff) {
    this.staff = staff;
  }

  /** Somebody with everything needed to act as them. */
  public record Member(String login, String password, String token, String unit) {}

  /** The one of this role and unit: the same at each call. */
  public Member in(String unit, Role role) {
    return members.computeIfAbsent(unit + "/" + role.code(), k -> another(unit, role));
  }

  /** The token of the one of this role in the unit where such people sit. */
  public String token(Role role) {
    return in(home(role), role).token();
  }

  /** A new colleague with these roles. */
  public Member another(String unit, Role... roles) {
    var login = roles[0].code() + count.incrementAndGet();
    var added = done(staff.add(new Staff.Newcomer(login, "测试" + login, unit, Set.of(roles))));
    var token = done(staff.createToken(login, "tests", LIFETIME));
    return new Member(login, added.password(), token.token(), unit);
  }

  /** Where people of a role sit in Pingcheng. */
  public static String home(Role role) {
    return switch (role) {
      case CALLER -> "callback-centre";
      case GRID_WORKER -> "street-055";
      case LEADER, ADMIN -> "district-office";
      case CLERK, HANDLER, APPROVER -> "approval-bureau";
      case DISPATCHER, INTEGRATOR, APPLICANT, SYSTEM -> "dispatch-centre";
    };
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var reason) -> throw new AssertionError(reason.code());
    };
  }
}
