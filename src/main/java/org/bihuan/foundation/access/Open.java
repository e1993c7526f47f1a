package org.bihuan.foundation.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route anyone may use without signing in. A route with neither this nor {@link Needs} is closed
 * to everybody; on a method it overrides what the class says.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Open {

  /** Why it may be open; printed in the table of routes. */
  String reason();
}
