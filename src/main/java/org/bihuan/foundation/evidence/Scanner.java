package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Looks for harm in a file before anything else reads it. A district with a virus scanner puts its
 * own in place of the one that ships; a scanner that cannot answer must throw, and nothing is kept.
 */
public interface Scanner {

  /** True if the file is known to be harmful. */
  boolean harmful(Path file) throws IOException;
}
