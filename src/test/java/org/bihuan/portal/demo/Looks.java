package org.bihuan.portal.demo;

import java.util.List;
import java.util.Locale;

/** How a page can look, and how wide it is then looked at; axe looks at the last width. */
enum Looks {
  ZH_LIGHT(0),
  EN_DARK(0),
  EN_LIGHT(0),
  ZH_DARK(0),
  ZH_CONTRAST(0),
  EN_ELDER(20),
  ZH_LARGEST(30),
  EN_LARGEST_CONTRAST(30);

  private final int size;

  Looks(int size) {
    this.size = size;
  }

  /** Both languages by day and by night. */
  static List<Looks> usual() {
    return List.of(ZH_LIGHT, EN_DARK, EN_LIGHT, ZH_DARK);
  }

  List<Integer> widths() {
    return switch (this) {
      case ZH_LIGHT -> List.of(1440, 768, 360);
      case EN_DARK -> List.of(360, 1440);
      case ZH_DARK -> List.of(1440);
      case EN_LIGHT, ZH_CONTRAST, EN_ELDER, ZH_LARGEST, EN_LARGEST_CONTRAST -> List.of(360);
    };
  }

  String language() {
    return name().substring(0, 2).toLowerCase(Locale.ROOT);
  }

  private String theme() {
    return name().endsWith("DARK") ? "dark" : name().endsWith("CONTRAST") ? "contrast" : "light";
  }

  /** The part of a picture's name that tells the looks. */
  String label() {
    return language() + "-" + theme() + (size == 0 ? "" : "-" + size);
  }

  /** The path with what chooses these looks. */
  String of(String path) {
    return path
        + (path.contains("?") ? "&" : "?")
        + ("lang=" + language() + "&size=" + size + "&theme=" + theme());
  }
}
