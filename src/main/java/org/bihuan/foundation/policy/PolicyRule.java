package org.bihuan.foundation.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a group of routes shows to whom.
 *
 * @param name its name in the table
 * @param says the same in words
 * @param source the law, or ours
 * @param cells what each part gets, by how it stands to a matter; a part that is not here gets
 *     nothing
 */
public record PolicyRule(
    String name, Text says, String source, Map<String, Map<Relation, Sight>> cells) {

  /** The part of those who are not signed in. */
  public static final String ANONYMOUS = "anonymous";

  /** Who may be signed in, and everybody else. */
  public static final List<String> PARTS =
      List.of(
          ANONYMOUS,
          Role.APPLICANT.code(),
          Role.CLERK.code(),
          Role.DISPATCHER.code(),
          Role.HANDLER.code(),
          Role.APPROVER.code(),
          Role.CALLER.code(),
          Role.GRID_WORKER.code(),
          Role.LEADER.code(),
          Role.ADMIN.code(),
          Role.INTEGRATOR.code());

  public PolicyRule {
    cells = Map.copyOf(cells);
  }

  /** What a part gets that stands so to the matter. */
  public Sight sight(String part, Relation relation) {
    var row = cells.get(part);
    return row == null ? Sight.DENY : row.getOrDefault(relation, Sight.HIDE);
  }

  /** What somebody gets that stands so to the matter: the most that one of their parts gets. */
  public Sight sight(@Nullable Actor actor, Relation relation) {
    if (actor == null) {
      return sight(ANONYMOUS, relation);
    }
    var best = Sight.DENY;
    for (var role : actor.roles()) {
      var found = sight(role.code(), relation);
      best = found.compareTo(best) > 0 ? found : best;
    }
    return best;
  }

  /** True if those who are not signed in may use it. */
  public boolean isOpen() {
    return cells.containsKey(ANONYMOUS);
  }

  /** The parts that may use it at all, open or not. */
  public Set<Role> roles() {
    var roles = EnumSet.noneOf(Role.class);
    cells.keySet().stream().filter(p -> !p.equals(ANONYMOUS)).map(Role::of).forEach(roles::add);
    return roles;
  }
}
