package org.bihuan.portal.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bihuan.foundation.shared.SettingFault;
import org.jspecify.annotations.Nullable;

/**
 * A district's own mark for the head of its pages: a small picture, shown as one and never run.
 *
 * @param type its media type
 * @param bytes the file
 */
record Mark(String type, byte[] bytes) {

  private static final String SETTING = "bihuan.look.mark";
  private static final int MOST = 200 * 1024;

  /** Reads the file of the setting; absent where a district has none. */
  static @Nullable Mark of(@Nullable String file) {
    if (file == null || file.isBlank()) {
      return null;
    }
    try {
      if (Files.size(Path.of(file)) > MOST) {
        throw new SettingFault(SETTING + " " + file + " is larger than 200 KB");
      }
      return new Mark(type(file), Files.readAllBytes(Path.of(file)));
    } catch (IOException unreadable) {
      throw new SettingFault(SETTING + " " + file + " cannot be read", unreadable);
    }
  }

  private static String type(String file) {
    var name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".svg")) {
      return "image/svg+xml";
    }
    if (name.endsWith(".png")) {
      return "image/png";
    }
    throw new SettingFault(SETTING + " " + file + " is neither an .svg nor a .png file");
  }
}
