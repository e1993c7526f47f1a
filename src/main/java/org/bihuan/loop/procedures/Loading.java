package org.bihuan.loop.procedures;

import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.Text;

/**
 * What came of reading a file.
 *
 * @param <T> what the file holds
 */
public sealed interface Loading<T> {

  /** The file is sound; nothing is said yet about whether its procedure closes. */
  record Loaded<T>(T value) implements Loading<T> {}

  /** The file was not taken; every problem found is named. */
  record Rejected<T>(List<Problem> problems) implements Loading<T> {

    public Rejected {
      problems = List.copyOf(problems);
    }

    /** All problems, one on a line. */
    public String lines() {
      return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
  }

  /**
   * One thing wrong in a file.
   *
   * @param file name of the file
   * @param path place in it, for example {@code acts.accept.to}; empty for the file as a whole
   * @param code stable name of the kind of problem, for example {@code unknown-state}
   * @param message the same in words
   */
  record Problem(String file, String path, String code, Text message) {

    @Override
    public String toString() {
      return file + ": " + (path.isEmpty() ? "" : path + ": ") + message.en();
    }
  }
}
