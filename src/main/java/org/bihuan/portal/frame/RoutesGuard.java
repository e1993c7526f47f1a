package org.bihuan.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Fresh;
import org.bihuan.foundation.access.Needs;
import org.bihuan.foundation.access.Open;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.entry.Passage;
import org.bihuan.foundation.access.entry.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Stands before every controller: a route is closed unless it says who may use it. Nobody has to
 * remember a list of paths.
 */
@Component
final class RoutesGuard implements HandlerInterceptor, WebMvcConfigurer {

  /** Controllers of libraries, which cannot carry our marks, and why they are open. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "org.springdoc.webmvc.api.OpenApiWebMvcResource",
          "the description of the API holds nothing of anyone");

  /** Where what is owed can be done; one could not leave otherwise. */
  private static final String ACCOUNT = "org.bihuan.portal.account";

  /** Who may use a route. */
  sealed interface Rule {
    record Anyone(String reason) implements Rule {}

    record OneOf(Set<Role> roles) implements Rule {}

    record Nobody() implements Rule {}
  }

  /** The rule of a controller method: its own mark, else that of its class, else nobody. */
  static Rule rule(HandlerMethod handler) {
    var own =
        rule(handler.getMethodAnnotation(Open.class), handler.getMethodAnnotation(Needs.class));
    if (own != null) {
      return own;
    }
    var type = handler.getBeanType();
    var ofClass =
        rule(
            AnnotatedElementUtils.findMergedAnnotation(type, Open.class),
            AnnotatedElementUtils.findMergedAnnotation(type, Needs.class));
    if (ofClass != null) {
      return ofClass;
    }
    var reason = OTHERS.get(type.getName());
    return reason == null ? new Rule.Nobody() : new Rule.Anyone(reason);
  }

  /** Who acts in this request; absent for the public. */
  static @Nullable Actor actor() {
    var who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof Actor actor ? actor : null;
  }

  /** Before every route, and before every other interceptor. */
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ActorResolver());
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var rule =
        switch (handler) {
          case HandlerMethod method -> rule(method);
          case ResourceHttpRequestHandler files -> new Rule.Anyone("files of the page");
          default -> new Rule.Nobody();
        };
    return switch (rule) {
      case Rule.Anyone anyone -> true;
      case Rule.Nobody nobody -> throw new AccessDeniedException("the route is closed");
      case Rule.OneOf(var roles) -> {
        check(roles);
        var first = handler instanceof HandlerMethod method ? first(method, request) : null;
        if (first != null) {
          response.sendRedirect(first);
        }
        yield first == null;
      }
    };
  }

  /** Where somebody has to go before a route is theirs; absent if they may go on. */
  private static @Nullable String first(HandlerMethod method, HttpServletRequest request) {
    var standing = Standing.here();
    boolean ofAccount = method.getBeanType().getPackageName().equals(ACCOUNT);
    if (standing != null && standing.owesFactor() && !ofAccount) {
      return "/account/second-factor";
    }
    if (!isForTheFresh(method) || (standing != null && standing.fresh())) {
      return null;
    }
    if (standing == null) {
      throw new AccessDeniedException("a token proves nothing anew");
    }
    Passage.keepWay(request);
    return "/account/prove";
  }

  private static boolean isForTheFresh(HandlerMethod method) {
    return method.hasMethodAnnotation(Fresh.class)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Fresh.class);
  }

  private static void check(Set<Role> roles) {
    var actor = actor();
    if (actor == null) {
      throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
    }
    if (roles.stream().noneMatch(actor::is)) {
      throw new AccessDeniedException("none of the roles");
    }
  }

  /** Both marks at once contradict each other: nobody. */
  private static @Nullable Rule rule(@Nullable Open open, @Nullable Needs needs) {
    if (open != null && needs != null) {
      return new Rule.Nobody();
    }
    if (open != null) {
      return new Rule.Anyone(open.reason());
    }
    if (needs == null) {
      return null;
    }
    var roles = EnumSet.noneOf(Role.class);
    roles.addAll(Arrays.asList(needs.value()));
    return new Rule.OneOf(roles);
  }
}
