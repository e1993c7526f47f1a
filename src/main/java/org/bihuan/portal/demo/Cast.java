package org.bihuan.portal.demo;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.DemoStaff;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.shared.DataFile;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Who plays in the demo: invented people, at least one for each part and each unit. */
@Component
@ConditionalOnBooleanProperty("bihuan.demo")
class Cast {

  /** The one password of a demo; {@link DemoStaff} sees to it that it works nowhere else. */
  static final String PASSWORD = "demo-1234";

  private final Staff staff;
  private final DemoStaff demoStaff;
  private final List<Player> players;

  Cast(Staff staff, DemoStaff demoStaff) {
    this.staff = staff;
    this.demoStaff = demoStaff;
    this.players = DataFile.resource("demo/staff.yaml").as(Players.class).players();
  }

  /**
   * One invented person.
   *
   * @param login what they sign in with; the first player of a part has its name
   * @param name shown to colleagues
   * @param unit code of the unit
   * @param roles codes of the parts
   */
  record Player(String login, String name, String unit, List<String> roles) {

    Player {
      roles = List.copyOf(roles);
    }

    Set<Role> parts() {
      return roles.stream()
          .map(Role::of)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
  }

  /** The file of players. */
  record Players(int version, String source, List<Player> players) {}

  List<Player> players() {
    return players;
  }

  /** True once this cast is on the staff, which is also when its stories have been told. */
  boolean engaged() {
    return staff.find(players.getFirst().login()).isPresent();
  }

  void engage() {
    demoStaff.add(
        players.stream()
            .map(p -> new Staff.Newcomer(p.login(), p.name(), p.unit(), p.parts()))
            .toList(),
        PASSWORD);
  }

  /** Everybody on the staff, the best known first: those whose login is the name of their part. */
  Troupe troupe() {
    return new Troupe(
        staff.all().stream().sorted(Comparator.comparingInt(m -> m.login().length())).toList());
  }

  /** The staff as actors. */
  record Troupe(List<StaffMember> members) {

    /** Who plays a part in a unit; handlers and approvers belong to it, others to any. */
    Actor actor(Role role, String unit) {
      boolean local = role == Role.HANDLER || role == Role.APPROVER;
      return members.stream()
          .filter(m -> m.roles().contains(role) && (!local || m.unit().equals(unit)))
          .findFirst()
          .map(Troupe::actor)
          .orElseThrow(() -> new IllegalArgumentException("nobody plays " + role + " in " + unit));
    }

    /** Who signs in so. */
    Actor actor(String login) {
      return members.stream()
          .filter(m -> m.login().equals(login))
          .findFirst()
          .map(Troupe::actor)
          .orElseThrow(() -> new IllegalArgumentException("nobody signs in as " + login));
    }

    private static Actor actor(StaffMember member) {
      return new Actor(member.id(), member.name(), member.roles(), member.unit());
    }
  }
}
