package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import tools.jackson.databind.json.JsonMapper;

class AdmissionRulesTests {

  private final Admission admission =
      new Admission(
          new ProblemWriter(JsonMapper.builder().build(), new AcceptHeaderLocaleResolver()),
          new Admission.Settings(1));

  private MockHttpServletResponse asks(String path) {
    var response = new MockHttpServletResponse();
    try {
      admission.doFilter(
          new MockHttpServletRequest("GET", path),
          response,
          (request, inner) -> ((MockHttpServletResponse) inner).setStatus(204));
    } catch (IOException | ServletException e) {
      throw new IllegalStateException(e);
    }
    return response;
  }

  private MockHttpServletResponse asksMeanwhile(String path) throws IOException, ServletException {
    var inside = new MockHttpServletResponse[1];
    admission.doFilter(
        new MockHttpServletRequest("GET", "/api/v1/procedures"),
        new MockHttpServletResponse(),
        (request, response) -> inside[0] = asks(path));
    return inside[0];
  }

  @Test
  void turnsAwayAtOnceWhenAllPlacesAreTaken() throws IOException, ServletException {
    var told = asksMeanwhile("/api/v1/items");
    assertThat(told.getStatus()).isEqualTo(503);
    assertThat(told.getHeader("Retry-After")).isEqualTo("1");
    assertThat(told.getContentType()).startsWith("application/problem+json");
    assertThat(asksMeanwhile("/file").getStatus()).isEqualTo(503);
  }

  @Test
  void givesThePlaceBack() throws IOException, ServletException {
    assertThat(asksMeanwhile("/file").getStatus()).isEqualTo(503);
    assertThat(asks("/file").getStatus()).isEqualTo(204);
  }

  @Test
  void alwaysAnswersWhetherTheHouseIsWell() throws IOException, ServletException {
    assertThat(asksMeanwhile("/actuator/health").getStatus()).isEqualTo(204);
  }
}
