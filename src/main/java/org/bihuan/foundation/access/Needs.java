package org.bihuan.foundation.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route for signed-in staff who have at least one of the roles. On a method it overrides what the
 * class says.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {

  /** One of these is enough; an empty list lets nobody in. */
  Role[] value();

  /** Everybody who has a desk. */
  @Needs({
    Role.CLERK,
    Role.DISPATCHER,
    Role.HANDLER,
    Role.APPROVER,
    Role.CALLER,
    Role.LEADER,
    Role.ADMIN
  })
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface Desk {}

  /** Everybody on the staff: those with a desk, and programs. */
  @Needs({
    Role.CLERK,
    Role.DISPATCHER,
    Role.HANDLER,
    Role.APPROVER,
    Role.CALLER,
    Role.GRID_WORKER,
    Role.LEADER,
    Role.ADMIN,
    Role.INTEGRATOR
  })
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface Staff {}

  /** Everybody who signed in: the staff, and residents. */
  @Needs({
    Role.APPLICANT,
    Role.CLERK,
    Role.DISPATCHER,
    Role.HANDLER,
    Role.APPROVER,
    Role.CALLER,
    Role.GRID_WORKER,
    Role.LEADER,
    Role.ADMIN,
    Role.INTEGRATOR
  })
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  @interface SignedIn {}
}
