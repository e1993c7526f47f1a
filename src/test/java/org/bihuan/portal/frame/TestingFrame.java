package org.bihuan.portal.frame;

import java.util.List;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The frame alone around some controllers: no server, no database, no security. */
public final class TestingFrame {

  private TestingFrame() {}

  /** A browser that sees these controllers' pages as they are drawn. */
  public static MockMvcTester browser(Object... controllers) {
    var settings =
        new FrameSettings(
            "平城区", "Pingcheng District", "0352-12345", Palette.MAIN, Palette.HEAD, null);
    return browser(settings, controllers);
  }

  /** The same in a district with other settings. */
  static MockMvcTester browser(FrameSettings settings, Object... controllers) {
    var frame = new FrameConfiguration();
    var languages = frame.localeResolver();
    var assets = frame.frameAssets(settings);
    var pages = new PageOfRequest(frame.messageSource(), languages, frame.site(settings, assets));
    return MockMvcTester.of(
        List.of(controllers),
        builder ->
            builder
                .setViewResolvers(new JteViews(pages))
                .setLocaleResolver(languages)
                .addInterceptors(languages, new LookChoice())
                .build());
  }
}
