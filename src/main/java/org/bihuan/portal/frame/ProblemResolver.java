package org.bihuan.portal.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * The last handler: whatever a call ends in, the caller gets a status and words, and what was
 * unexpected is logged under an id that the answer carries. Refusals are no business of this class:
 * they are values.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemResolver implements HandlerExceptionResolver {

  /** The request attribute that carries the id of what was logged. */
  static final String ID = ProblemResolver.class.getName() + ".id";

  /** Seconds after which a busy house may be asked again. */
  static final String RETRY_AFTER = "2";

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

  /** Connection failures, and a server that goes or comes (PostgreSQL, appendix A). */
  private static final Pattern AWAY = Pattern.compile("08...|57P0[123]");

  private static final Set<String> READS = Set.of("GET", "HEAD");

  private final ProblemWriter writer;

  ProblemResolver(ProblemWriter writer) {
    this.writer = writer;
  }

  /** Absent for what the sign-in must see: who is not signed in, who may not. */
  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception failure) {
    if (failure instanceof AuthenticationException || failure instanceof AccessDeniedException) {
      return null;
    }
    int status = status(failure);
    headers(response, status, failure);
    if (status >= 500) {
      record(request, status, failure);
    }
    try {
      if (ProblemWriter.speaksTo(request.getRequestURI())) {
        var problem = isUnsure(request.getMethod(), failure) ? Problem.UNSURE : Problem.of(status);
        writer.write(request, response, problem, request.getRequestURI(), fields(failure));
      } else {
        response.sendError(status);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException("the caller has gone", gone);
    }
    return new ModelAndView();
  }

  /**
   * True for a write during which the database went away: it may have been stored all the same,
   * since a commit that breaks on its way ends like any lost connection.
   */
  static boolean isUnsure(String method, Exception failure) {
    return switch (failure) {
      case CannotCreateTransactionException notBegun -> false;
      case TransientDataAccessException undone -> false;
      case TransactionSystemException unanswered -> true;
      default -> !READS.contains(method) && isOutage(failure);
    };
  }

  private static void headers(HttpServletResponse response, int status, Exception failure) {
    if (failure instanceof ErrorResponse known) {
      known
          .getHeaders()
          .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
    }
    if (status == 503) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
    }
  }

  /** The parameters of the address that are to blame. */
  private static List<String> fields(Exception failure) {
    return switch (failure) {
      case BindException bind ->
          bind.getFieldErrors().stream().map(FieldError::getField).distinct().sorted().toList();
      case MethodArgumentTypeMismatchException wrong -> List.of(wrong.getName());
      default -> List.of();
    };
  }

  private static int status(Exception failure) {
    return switch (failure) {
      case ErrorResponse known -> known.getStatusCode().value();
      case HttpMessageNotReadableException unread -> SecurityBody.tooLarge(unread) ? 413 : 400;
      case TypeMismatchException wrong -> 400;
      case RequestRejectedException wrong -> 400;
      case MultipartException wrong -> 415;
      case CannotCreateTransactionException busy -> 503;
      case TransientDataAccessException busy -> 503;
      case DataAccessResourceFailureException gone -> 503;
      case TransactionSystemException gone -> 503;
      default -> isOutage(failure) ? 503 : 500;
    };
  }

  /**
   * True if a failure goes back to a database that is away, is starting or is being stopped: it
   * comes back, and the caller may try again.
   */
  static boolean isOutage(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException) {
        return true;
      }
      if (cause instanceof SQLException sql && AWAY.matcher(state(sql)).matches()) {
        return true;
      }
    }
    return false;
  }

  private static String state(SQLException failure) {
    return Objects.requireNonNullElse(failure.getSQLState(), "");
  }

  private static void record(HttpServletRequest request, int status, Exception failure) {
    var id = UUID.randomUUID();
    request.setAttribute(ID, id);
    LOG.error(
        "status={} id={} method={} path={}",
        status,
        id,
        request.getMethod(),
        request.getRequestURI(),
        failure);
  }
}
