package org.bihuan.portal.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.bihuan.foundation.access.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the container sends what failed outside a controller: a page for people, else a problem.
 */
@Controller
@Open(reason = "tells what went wrong, nothing else")
class ProblemPages implements ErrorController {

  private final ProblemWriter writer;
  private final PageErrors pages;

  ProblemPages(ProblemWriter writer, PageErrors pages) {
    this.writer = writer;
    this.pages = pages;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int status = status(request);
    if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      response.setStatus(status);
      response.setHeader(HttpHeaders.RETRY_AFTER, ProblemResolver.RETRY_AFTER);
    }
    var path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri ? uri : "";
    if (ProblemWriter.speaksTo(path)) {
      writer.write(request, response, status, path);
      return null;
    }
    var known = HttpStatus.resolve(status);
    return pages.resolveErrorView(
        request, known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known, Map.of());
  }

  /** What a filter met while the database was away is no fault of ours. */
  private static int status(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure
        && ProblemResolver.isOutage(failure)) {
      return HttpStatus.SERVICE_UNAVAILABLE.value();
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? code
        : HttpStatus.NOT_FOUND.value();
  }
}
