package org.bihuan.foundation.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route for those who have just proved again who they are, by password or code, within {@code
 * bihuan.session.fresh-for}; others are sent to do so first and then back. Stands beside {@link
 * Needs}, on a method or its class. A bearer token proves nothing anew and is refused.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Fresh {}
