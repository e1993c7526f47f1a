package org.bihuan.portal.frame;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bihuan.foundation.papers.PrintedPaper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
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
  private final boolean printed;

  JteView(TemplateEngine engine, String template, PageOfRequest pages, boolean printed) {
    this.engine = engine;
    this.template = template;
    this.pages = pages;
    this.printed = printed;
  }

  @Override
  public String getContentType() {
    return printed ? MediaType.APPLICATION_PDF_VALUE : HTML;
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var values = new HashMap<String, @Nullable Object>(model == null ? Map.of() : model);
    var page = pages.of(request);
    values.put("page", page);
    if (printed) {
      print(values, response);
      return;
    }
    var output = new Utf8ByteOutput();
    engine.render(template, values, output);
    response.setContentType(HTML);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Content-Language", page.lang());
    response.setContentLength(output.getContentLength());
    output.writeTo(response.getOutputStream());
  }

  /** To be saved under the name the model gives, and kept nowhere else. */
  private void print(Map<String, @Nullable Object> values, HttpServletResponse response)
      throws IOException {
    var name = values.remove("fileName") + ".pdf";
    var paper = new StringOutput();
    engine.render(template, values, paper);
    var pdf = PrintedPaper.of(paper.toString());
    var disposition =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
    response.setContentType(MediaType.APPLICATION_PDF_VALUE);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentLength(pdf.length);
    response.getOutputStream().write(pdf);
  }
}
