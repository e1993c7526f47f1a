package org.bihuan.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why a call was not done, as RFC 9457 asks, in the caller's language.
 *
 * @param type names the kind of problem; {@code about:blank} where the status says all
 * @param title what kind of thing went wrong
 * @param status the HTTP status again
 * @param detail what to do about it
 * @param message the same as {@code detail}
 * @param instance the path that was called
 * @param refusal name of the refusal; absent where no rule of the house refused
 * @param version version of the case now; only where the case was found
 * @param errors what is wrong with single fields; only where fields are to blame
 */
@Schema(name = "Problem", description = "Why a call was not done (RFC 9457)")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemAnswer(
    String type,
    String title,
    int status,
    String detail,
    String message,
    String instance,
    @Nullable String refusal,
    @Nullable Long version,
    @Nullable List<FieldFault> errors) {

  /** One field that is wrong: where in dotted form, what by code, what in words. */
  record FieldFault(String field, String code, String message) {}

  static ProblemAnswer of(Reply.NotDone problem, Locale language, String path) {
    var message = problem.message().in(language);
    var errors =
        problem.errors().stream()
            .map(e -> new FieldFault(e.field(), e.code(), e.message().in(language)))
            .toList();
    return new ProblemAnswer(
        "urn:bihuan:problem:" + problem.refusal(),
        title(problem.status()).in(language),
        problem.status(),
        message,
        message,
        path,
        problem.refusal(),
        problem.version(),
        errors.isEmpty() ? null : errors);
  }

  private static Text title(int status) {
    return switch (status) {
      case 403 -> new Text("没有权限", "Not allowed");
      case 404 -> new Text("没有找到", "Not found");
      case 409 -> new Text("未能办理", "Refused");
      case 422 -> new Text("内容有误", "Not valid");
      case 429 -> new Text("请求过多", "Too many requests");
      default -> new Text("请求无效", "Bad request");
    };
  }
}
