package org.bihuan.foundation.evidence;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of a matter.
 *
 * @param id in addresses; says nothing about the content
 * @param caseId the matter
 * @param kind what it is, by its content
 * @param name as the person called it, cleaned
 * @param bytes its size as kept
 * @param given by whom and when
 * @param kept where its content lies
 */
public record StoredFile(
    UUID id, UUID caseId, FileKind kind, String name, long bytes, Given given, Content kept) {

  /**
   * How it came.
   *
   * @param by who gave it
   * @param byStaff true if that was a member of the staff
   */
  public record Given(UUID by, boolean byStaff, Instant at) {}

  /**
   * Where its content lies.
   *
   * @param digest SHA-256 of what is kept, 64 hexadecimal digits
   * @param thumbnail the same of its small picture; absent where there is none
   * @param located true if time or place of the photo were kept apart
   */
  public record Content(String digest, @Nullable String thumbnail, boolean located) {}

  /** True if there is a small picture. */
  public boolean pictured() {
    return kept.thumbnail() != null;
  }

  /** The size in words. */
  public String size() {
    return bytes < 1024 * 1024
        ? Math.max(1, bytes / 1024) + " KB"
        : "%.1f MB".formatted(bytes / 1048576.0);
  }
}
