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
}
