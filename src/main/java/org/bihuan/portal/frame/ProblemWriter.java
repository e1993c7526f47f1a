package org.bihuan.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as RFC 9457 asks, in the caller's language; never what caused it. */
@Component
class ProblemWriter {

  private static final String BAD_PARAMETER = "bad-parameter";

  private final JsonMapper json;
  private final LocaleResolver languages;

  ProblemWriter(JsonMapper json, LocaleResolver languages) {
    this.json = json;
    this.languages = languages;
  }

  /** True for calls of programs, which get problems instead of pages. */
  static boolean speaksTo(String path) {
    return path.equals("/api") || path.startsWith("/api/");
  }

  void write(HttpServletRequest request, HttpServletResponse response, int status, String path)
      throws IOException {
    write(request, response, Problem.of(status), path, List.of());
  }

  /** As above, with the parameters that cannot be understood, by name. */
  void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Problem problem,
      String path,
      List<String> fields)
      throws IOException {
    int status = problem.status();
    var locale = languages.resolveLocale(request);
    var message = problem.detail().in(locale);
    var body = new LinkedHashMap<String, Object>();
    var refusal = fields.isEmpty() ? problem.code() : BAD_PARAMETER;
    body.put("type", "urn:bihuan:problem:" + refusal);
    body.put("title", problem.title().in(locale));
    body.put("status", status);
    body.put("detail", message);
    body.put("message", message);
    body.put("instance", path);
    body.put("refusal", refusal);
    if (!fields.isEmpty()) {
      body.put("errors", fields.stream().map(field -> fault(field, message)).toList());
    }
    if (request.getAttribute(ProblemResolver.ID) instanceof UUID id) {
      body.put("id", id.toString());
    }
    send(response, status, json.writeValueAsBytes(body), locale.toLanguageTag());
  }

  private static Map<String, String> fault(String field, String message) {
    return Map.of("field", field, "code", "format", "message", message);
  }

  private static void send(HttpServletResponse response, int status, byte[] body, String language)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(status);
    response.setContentType("application/problem+json");
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }
}
