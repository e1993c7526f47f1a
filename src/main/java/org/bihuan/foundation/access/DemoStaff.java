package org.bihuan.foundation.access;

import java.time.Clock;
import java.util.List;
import org.bihuan.foundation.shared.Uuid7;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invented staff of a demo, who all have the one password the demo prints. Exists only where
 * {@code bihuan.demo} is set: nowhere else can a password be chosen for somebody.
 */
@Component
@ConditionalOnBooleanProperty("bihuan.demo")
public class DemoStaff {

  private final StaffSql sql;
  private final Units units;
  private final Passwords passwords;
  private final Clock clock;

  DemoStaff(StaffSql sql, Units units, Passwords passwords, Clock clock) {
    this.sql = sql;
    this.units = units;
    this.passwords = passwords;
    this.clock = clock;
  }

  /**
   * Adds everybody; the password is hashed once, as it is no secret. Throws {@link
   * IllegalArgumentException} if one of them cannot be: the file is wrong then.
   */
  @Transactional
  public void add(List<Staff.Newcomer> newcomers, String password) {
    var hash = passwords.encode(password);
    for (var one : newcomers) {
      boolean unitKnown = units.find(one.unit()).isPresent();
      var refusal = StaffRules.add(one.login(), one.name(), unitKnown, one.roles());
      var id = Uuid7.next(clock);
      var member = new StaffMember(id, one.login(), one.name(), one.unit(), one.roles(), true);
      if (refusal.isPresent() || !sql.add(member, hash, clock.instant())) {
        throw new IllegalArgumentException("demo staff " + one.login() + ": " + refusal);
      }
    }
  }
}
