package org.bihuan.foundation.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/**
 * How a reader wants pages to look: colours and size of the text. It is in a cookie and in the
 * links of a page, so that it works without scripts and without an account.
 *
 * @param theme which colours
 * @param size height of the text in pixels for the elder mode; 0 for everybody else
 */
public record Look(Theme theme, int size) {

  /** What nobody has chosen. */
  public static final Look USUAL = new Look(Theme.AUTO, 0);

  /** 工信部 APP 适老化通用设计规范（2021）: main text from 18, and it can be made 30. */
  public static final List<Integer> SIZES = List.of(18, 20, 22, 24, 26, 28, 30);

  /** The size the elder mode begins with. */
  public static final int FIRST_SIZE = 20;

  /** Name of the cookie. */
  public static final String COOKIE = "look";

  /** Names of the parameters of a link that chooses. */
  public static final String THEME = "theme";

  public static final String SIZE = "size";

  public Look {
    if (size != 0 && !SIZES.contains(size)) {
      throw new IllegalArgumentException("no text size " + size);
    }
  }

  /** Which colours. */
  public enum Theme {
    /** As the device is set. */
    AUTO,
    LIGHT,
    DARK,
    /** Black on white, nothing soft. */
    CONTRAST;

    /** As it stands in links and in the cookie. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Theme> of(@Nullable String code) {
      return Arrays.stream(values()).filter(theme -> theme.code().equals(code)).findFirst();
    }
  }

  /** What the link says, else what was chosen before. */
  public static Look of(HttpServletRequest request) {
    var cookie = WebUtils.getCookie(request, COOKIE);
    var kept = cookie == null ? USUAL : kept(cookie.getValue());
    return new Look(
        Theme.of(KeptChoice.asked(request, THEME)).orElse(kept.theme),
        size(KeptChoice.asked(request, SIZE)).orElse(kept.size));
  }

  /** True if the link chooses something. */
  public static boolean isChosenBy(HttpServletRequest request) {
    return Theme.of(KeptChoice.asked(request, THEME)).isPresent()
        || size(KeptChoice.asked(request, SIZE)).isPresent();
  }

  /** The value of the cookie. */
  public String kept() {
    return theme.code() + "." + size;
  }

  /** 长辈版: large text, large targets, one question a page. */
  public boolean elder() {
    return size > 0;
  }

  /** The next smaller text, if there is one. */
  public Optional<Integer> smaller() {
    return SIZES.stream().filter(other -> other < size).reduce((a, b) -> b);
  }

  /** The next larger text, if there is one. */
  public Optional<Integer> larger() {
    return SIZES.stream().filter(other -> other > size).findFirst();
  }

  private static Look kept(String value) {
    var parts = value.split("\\.", -1);
    return parts.length == 2
        ? new Look(Theme.of(parts[0]).orElse(Theme.AUTO), size(parts[1]).orElse(0))
        : USUAL;
  }

  private static Optional<Integer> size(@Nullable String text) {
    if (text == null || !text.matches("\\d{1,2}")) {
      return Optional.empty();
    }
    var size = Integer.valueOf(text);
    return size == 0 || SIZES.contains(size) ? Optional.of(size) : Optional.empty();
  }
}
