package org.bihuan.foundation.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A YAML file of reference data that ships with the application: strict about unknown keys, known
 * by its digest, so that a file changed without a new version is noticed.
 *
 * @param text the file as it is
 */
public record DataFile(String text) {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** Reads a file of the class path; a missing one is a packaging error. */
  public static DataFile resource(String path) {
    try {
      return new DataFile(new ClassPathResource(path).getContentAsString(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("no data file " + path, e);
    }
  }

  /**
   * The content as a record; throws Jackson's exception, with line and column, if it is not one.
   */
  public <T> T as(Class<T> type) {
    return MAPPER.readValue(text, type);
  }

  /** SHA-256 of the text, 64 lower-case hexadecimal digits. */
  public String digest() {
    return Sha256.hex(text, 32);
  }
}
