package org.bihuan.foundation.access.entry;

import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * How whoever acts in this request is signed in.
 *
 * @param visit their visit
 * @param actor who they are
 * @param fresh true if they have just shown again who they are
 * @param owesFactor true if the house asks for a second factor they have not set up
 */
public record Standing(UUID visit, Actor actor, boolean fresh, boolean owesFactor) {

  /** Of this request; absent for the public and for tokens. */
  public static @Nullable Standing here() {
    var who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getDetails() instanceof Standing standing ? standing : null;
  }

  /** The same where a route is for those who are signed in. */
  public static Standing required() {
    var standing = here();
    if (standing == null) {
      throw new IllegalStateException("the route is for people who are signed in");
    }
    return standing;
  }
}
