package org.bihuan.foundation.evidence;

import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are taken; everything else is refused. */
public enum FileKind {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  PDF("application/pdf", "pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
  TEXT("text/plain;charset=UTF-8", "txt"),
  WAV("audio/wav", "wav");

  /** What a page tells a browser to offer for choosing. */
  public static final String ACCEPT = "image/jpeg,image/png,.pdf,.docx,.xlsx,.txt,.wav";

  private final String mime;
  private final String extension;

  FileKind(String mime, String extension) {
    this.mime = mime;
    this.extension = extension;
  }

  /** The type told to browsers. */
  public String mime() {
    return mime;
  }

  /** The ending of its names. */
  public String extension() {
    return extension;
  }

  /** The name used in tables. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True for photos, which are drawn anew and get a small picture. */
  public boolean picture() {
    return this == JPEG || this == PNG;
  }

  static FileKind of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** The kind an ending of a name declares. */
  static Optional<FileKind> declared(String ending) {
    var asked = ending.equals("jpeg") ? JPEG.extension : ending;
    for (var kind : values()) {
      if (kind.extension.equals(asked)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
