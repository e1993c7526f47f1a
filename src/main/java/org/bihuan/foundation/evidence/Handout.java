package org.bihuan.foundation.evidence;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A file as it leaves: to be saved, never to be opened in our name.
 *
 * @param name what it is saved as
 * @param kind what it is
 * @param content read once
 */
public record Handout(String name, FileKind kind, InputStream content) {

  private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

  /** The answer of a route: an attachment that no browser guesses about, runs, or keeps. */
  public ResponseEntity<Resource> answer() {
    var disposition =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(kind.mime()))
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(new InputStreamResource(content));
  }
}
