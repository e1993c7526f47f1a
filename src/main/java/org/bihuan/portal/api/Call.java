package org.bihuan.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * What a controller needs to know of a request besides its body.
 *
 * @param method HTTP method
 * @param path what was called, without the query
 * @param language of the caller
 * @param address of the caller
 * @param key value of {@code Idempotency-Key}; absent if none was sent
 */
record Call(String method, String path, Locale language, String address, @Nullable String key) {

  static final String KEY = "Idempotency-Key";

  static Call of(HttpServletRequest request) {
    return new Call(
        request.getMethod(),
        request.getRequestURI(),
        RequestContextUtils.getLocale(request),
        request.getRemoteAddr(),
        request.getHeader(KEY));
  }

  /** Everything that makes this request what it is, byte for byte. */
  String asked(byte[] body) {
    return method + " " + path + "\n" + new String(body, StandardCharsets.ISO_8859_1);
  }

  /** 1 to 128 visible ASCII characters. */
  boolean keyIsSound() {
    return key == null || key.matches("[\\x21-\\x7e]{1,128}");
  }

  /** Hands a route what it has to know of the request. */
  @Component
  static final class Resolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
      resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Call.class;
    }

    @Override
    public Call resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binders) {
      return Call.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
  }
}
