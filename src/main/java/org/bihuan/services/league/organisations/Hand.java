package org.bihuan.services.league.organisations;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;

/**
 * Whoever moves a membership, and for whom they may speak.
 *
 * @param actor who
 * @param posts organisations they have a post in
 * @param reach those and all under them
 * @param committee true for the district committee, which may speak for every organisation
 * @param own members they are themselves; empty for staff
 */
public record Hand(
    Actor actor, List<String> posts, Set<String> reach, boolean committee, Set<UUID> own) {

  public Hand {
    posts = List.copyOf(posts);
    reach = Set.copyOf(reach);
    own = Set.copyOf(own);
  }

  /** A person who signed in with the phone these members gave. */
  public static Hand member(UUID person, Set<UUID> own) {
    return new Hand(Actor.applicant(person, ""), List.of(), Set.of(), false, own);
  }

  /** True if they may speak for an organisation. */
  public boolean speaksFor(String organisation) {
    return committee || reach.contains(organisation);
  }

  /** True if they are this member. */
  public boolean is(UUID member) {
    return own.contains(member);
  }
}
