package org.bihuan.portal.frame;

import org.bihuan.foundation.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Hands a controller whoever acts: a parameter of type {@link Actor}, {@code @Nullable} on open
 * routes.
 */
final class ActorResolver implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Actor.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var actor = RoutesGuard.actor();
    if (actor == null && !parameter.isOptional()) {
      throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
    }
    return actor;
  }
}
