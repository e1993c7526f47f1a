package org.bihuan.portal.frame;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more than a megabyte of any call, whether it announces its length or not. */
final class SecurityBody extends OncePerRequestFilter {

  static final long LIMIT = 1024 * 1024;

  private final ProblemWriter problems;

  SecurityBody(ProblemWriter problems) {
    this.problems = problems;
  }

  /** The body went on past the limit. */
  static final class BodyTooLarge extends IOException {

    BodyTooLarge() {
      super("more than " + LIMIT + " bytes");
    }
  }

  /** True if a failure to read goes back to the limit. */
  static boolean tooLarge(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BodyTooLarge) {
        return true;
      }
    }
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > LIMIT) {
      problems.write(request, response, 413, request.getRequestURI());
      return;
    }
    chain.doFilter(new Bounded(request), response);
  }

  /** A request whose body ends with an exception at the limit. */
  private static final class Bounded extends HttpServletRequestWrapper {

    Bounded(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BoundedStream(super.getInputStream());
    }
  }

  /** Counts what is read. */
  private static final class BoundedStream extends ServletInputStream {

    private final ServletInputStream whole;
    private long seen;

    BoundedStream(ServletInputStream whole) {
      this.whole = whole;
    }

    @Override
    public int read() throws IOException {
      int next = whole.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = whole.read(buffer, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int more) throws BodyTooLarge {
      seen += more;
      if (seen > LIMIT) {
        throw new BodyTooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return whole.isFinished();
    }

    @Override
    public boolean isReady() {
      return whole.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      whole.setReadListener(listener);
    }
  }

  /**
   * Reads the parameters of a call before anybody asks for one: what is no text is the caller's
   * mistake, not a fault of ours.
   */
  static final class Parameters extends OncePerRequestFilter {

    private static final System.Logger LOG = System.getLogger(Parameters.class.getName());
    private static final int TOO_LARGE = HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
    private static final int NO_FILES = HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;

    private final ProblemWriter problems;
    private final long most;

    /**
     * Files are told to be too many before their form is looked for a token, which would not be
     * found.
     *
     * @param most bytes a form with files may have
     */
    Parameters(ProblemWriter problems, long most) {
      this.problems = problems;
      this.most = most;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      boolean files = isMultipart(request);
      int wrong = files && request.getContentLengthLong() > most ? TOO_LARGE : wrong(request);
      if (wrong == 0) {
        chain.doFilter(request, response);
      } else if (ProblemWriter.speaksTo(request.getRequestURI())) {
        problems.write(request, response, files ? NO_FILES : wrong, request.getRequestURI());
      } else {
        response.sendError(wrong);
      }
    }

    /** A form with files; programs send none, so they are told that its type is not taken. */
    private static boolean isMultipart(HttpServletRequest request) {
      var type = request.getContentType();
      return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** The status that says why the parameters cannot be read, 0 if they can. */
    private static int wrong(HttpServletRequest request) {
      try {
        request.getParameterMap();
        return 0;
      } catch (InvalidParameterException e) {
        LOG.log(Level.DEBUG, "parameters that cannot be read", e);
        return e.getErrorCode();
      }
    }
  }
}
