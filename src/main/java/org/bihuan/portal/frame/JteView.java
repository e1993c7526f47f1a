package org.bihuan.portal.frame;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * One compiled template. The page is drawn whole before a byte is sent, so that a fault in the
 * middle is an error page and not half a page.
 */
final class JteView implements View {

  private static final String HTML = "text/html;charset=UTF-8";

  private final TemplateEngine engine;
  private final String template;
  private final PageOfRequest pages;

  JteView(TemplateEngine engine, String template, PageOfRequest pages) {
    this.engine = engine;
    this.template = template;
    this.pages = pages;
  }

  @Override
  public String getContentType() {
    return HTML;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var values = new HashMap<String, @Nullable Object>(model == null ? Map.of() : model);
    var page = pages.of(request);
    values.put("page", page);
    var output = new Utf8ByteOutput();
    engine.render(template, values, output);
    response.setContentType(HTML);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Language", page.lang());
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }
}
