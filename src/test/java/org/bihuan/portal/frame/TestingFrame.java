package org.bihuan.portal.frame;

import java.util.List;
import org.bihuan.portal.look.Assets;
import org.bihuan.portal.look.TestingLook;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The frame alone around some controllers: no server, no database, no security. */
public final class TestingFrame {

  private TestingFrame() {}

  /** A browser that sees these controllers' pages as they are drawn. */
  public static MockMvcTester browser(Object... controllers) {
    return browser(TestingLook.assets(), controllers);
  }

  /** The same in a district with other colours. */
  public static MockMvcTester browser(Assets assets, Object... controllers) {
    var frame = new FrameConfiguration();
    var settings = new FrameSettings("平城区", "Pingcheng District", "0352-12345");
    var languages = frame.localeResolver();
    var pages = new PageOfRequest(frame.messageSource(), languages, frame.site(settings, assets));
    return MockMvcTester.of(
        List.of(controllers),
        builder ->
            builder
                .setViewResolvers(new JteViews(pages))
                .setLocaleResolver(languages)
                .addInterceptors(languages, TestingLook.choice())
                .build());
  }
}
