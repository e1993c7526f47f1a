package org.bihuan.foundation.access;

import java.io.Serializable;
import java.time.Duration;
import java.util.UUID;

/** What an attempt to sign in comes to. */
public sealed interface SignIn {

  /** The right password; the ticket is what the session keeps. */
  record Admitted(Ticket ticket) implements SignIn {}

  /** A wrong password, an unknown name or a disabled account: nobody is told which. */
  record Rejected() implements SignIn {}

  /** Too many attempts under this name or from this address; nothing was compared. */
  record MustWait(Duration remaining) implements SignIn {}

  /**
   * What a session keeps of a member: never their rights, which are read anew for each request.
   *
   * @param staff the member
   * @param stamp counted up when their sessions end
   */
  record Ticket(UUID staff, int stamp) implements Serializable {}
}
