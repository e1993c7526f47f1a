package org.bihuan.foundation.access;

import java.util.Locale;

/** The parts people play; a procedure names them in lower case. */
public enum Role {
  /** The person who raised the matter; not staff. */
  APPLICANT,
  /** Takes matters in at the window or by phone. */
  CLERK,
  /** Accepts matters and sends them to the unit whose duty they are. */
  DISPATCHER,
  /** Works matters in the unit that owns them. */
  HANDLER,
  /** The head of a unit: approves extensions and refusals. */
  APPROVER,
  /** Calls people back; never one who handled the matter. */
  CALLER,
  /** Walks a grid: visits, patrols, settles on the spot or passes on; works what it opened. */
  GRID_WORKER,
  /** Leads the district: the last rung of every escalation. */
  LEADER,
  /** Keeps units, staff and roles; works no matters. */
  ADMIN,
  /** A program of another system, by token. */
  INTEGRATOR,
  /** The clock itself: performs what a procedure says when a limit runs out. */
  SYSTEM;

  /** The name used in procedures, tokens and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role with this code; an unknown code is a programming or data error. */
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
