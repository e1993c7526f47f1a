package org.bihuan.portal.look;

import org.springframework.web.servlet.HandlerInterceptor;

/** The look of pages for tests of pages. */
public final class TestingLook {

  private TestingLook() {}

  /** What ships. */
  public static Assets assets() {
    return Assets.of(new LookSettings(Palette.MAIN, Palette.HEAD, null));
  }

  /** Keeps what a reader chooses. */
  public static HandlerInterceptor choice() {
    return new LookChoice();
  }
}
