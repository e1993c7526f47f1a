package org.bihuan.foundation.storage;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the operating system knows of a server on our data folder. A server outlives the JVM that
 * started it, and its children outlive a killed postmaster for a moment; this class tells.
 */
record Postmaster(Path data) {

  /** The port of the live server on this folder, if there is one. */
  Optional<Integer> livePort() {
    var lines = pidFile();
    if (lines.size() < 4 || !running(lines.getFirst().strip())) {
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(lines.get(3).strip()));
  }

  /** Processes that work in this folder, the postmaster's orphans among them. */
  List<Long> processes() {
    var found = new ArrayList<Long>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (var one : all) {
        var pid = one.getFileName().toString();
        if (worksHere(one) && running(pid)) {
          found.add(Long.valueOf(pid));
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new StorageFault("cannot read the process list: " + e.getMessage(), e);
    }
    return found;
  }

  /**
   * Removes the lock file a killed postmaster left, once nothing works in the folder any more: a
   * dead process not yet reaped would otherwise keep the next server from starting.
   */
  void clearStaleLock() {
    if (processes().isEmpty()) {
      try {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
      } catch (IOException e) {
        throw new StorageFault("cannot remove the stale lock in " + data, e);
      }
    }
  }

  /** Waits for orphans to notice that their postmaster is gone, and ends those that do not. */
  void awaitOrphans() throws InterruptedException {
    for (int i = 0; i < 50 && !processes().isEmpty(); i++) {
      Thread.sleep(100);
    }
    for (var pid : processes()) {
      ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private boolean worksHere(Path process) {
    try {
      return Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath());
    } catch (IOException e) {
      return false; // the process ended meanwhile, or belongs to somebody else
    }
  }

  private List<String> pidFile() {
    try {
      return Files.readAllLines(data.resolve("postmaster.pid"));
    } catch (IOException e) {
      return List.of(); // no such file: no server
    }
  }

  private static boolean running(String pid) {
    try {
      var stat = Files.readString(Path.of("/proc", pid, "stat"));
      var state = stat.charAt(stat.lastIndexOf(')') + 2);
      return state != 'Z' && state != 'X' && stat.contains("(postgres)");
    } catch (IOException e) {
      return false; // the process is gone
    }
  }
}
