package org.bihuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders of a run; what is cleared was made by the bench. */
final class Folders {

  private static final String MARK = "made-by-bench";

  private Folders() {}

  /** Deletes a folder that the bench made; refuses any other. */
  static void clear(Path folder) {
    try {
      if (Files.exists(folder)) {
        if (!Files.exists(folder.resolve(MARK))) {
          throw new IllegalStateException(folder + " was not made by the bench; it stays");
        }
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot clear " + folder, e);
    }
  }

  /** Makes a folder that may be cleared later. */
  static Path make(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(MARK), "");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }
}
