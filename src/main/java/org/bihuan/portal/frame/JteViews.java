package org.bihuan.portal.frame;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Finds the compiled template of a view name: {@code portal/home} is {@code portal/home.jte},
 * {@code pdf:intake/paper} is {@code intake/paper.jte} printed.
 */
@Component
final class JteViews implements ViewResolver {

  private static final String PRINTED = "pdf:";
  private static final String PACKAGE = "org.bihuan.templates";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, JteViews.class.getClassLoader(), PACKAGE);
  private final PageOfRequest pages;

  JteViews(PageOfRequest pages) {
    this.pages = pages;
    engine.setTrimControlStructures(true);
  }

  /** Absent for redirects and for views of others. */
  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    boolean printed = name.startsWith(PRINTED);
    var template = (printed ? name.substring(PRINTED.length()) : name) + ".jte";
    return engine.hasTemplate(template) ? new JteView(engine, template, pages, printed) : null;
  }
}
