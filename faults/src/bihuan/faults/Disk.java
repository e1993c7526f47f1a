package bihuan.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk whose power can be cut: a file system in an image file. What was never flushed is not in
 * the image; a copy of it is the disk after the cut.
 */
final class Disk implements AutoCloseable {

  private final Path home;
  private final Path link;
  private int number;

  /**
   * A disk to be.
   *
   * @param home where images and mount points are kept
   * @param link the path under which its content is found, whichever image holds it
   */
  private Disk(Path home, Path link) {
    this.home = home;
    this.link = link;
  }

  /** Whether this machine lets us mount an image; else why not. */
  static String hindrance(Path home) throws InterruptedException {
    try (var disk = new Disk(home, home.resolve("try"))) {
      Files.createDirectories(home);
      Shell.run("truncate", "-s", "16M", disk.image().toString());
      Shell.run("mkfs.ext4", "-q", "-F", disk.image().toString());
      disk.mount();
      return "";
    } catch (IOException e) {
      return "an image cannot be mounted here: " + e.getMessage();
    }
  }

  /** Moves a folder onto a disk of its own. */
  static Disk under(Path home, Path folder) throws IOException, InterruptedException {
    var disk = new Disk(home, folder);
    Files.createDirectories(home);
    Shell.run("truncate", "-s", "900M", disk.image().toString());
    Shell.run("mkfs.ext4", "-q", "-F", disk.image().toString());
    disk.mount();
    Shell.run("rmdir", disk.mounted().resolve("lost+found").toString());
    Shell.run("cp", "-a", folder + "/.", disk.mounted().toString());
    Shell.run("rm", "-rf", folder.toString());
    disk.point();
    Shell.run("sync", "-f", disk.mounted().toString());
    return disk;
  }

  private Path image() {
    return home.resolve("image-" + number);
  }

  private Path mounted() {
    return home.resolve("disk-" + number);
  }

  private void mount() throws IOException, InterruptedException {
    Files.createDirectories(mounted());
    Shell.run("mount", "-o", "loop", image().toString(), mounted().toString());
  }

  private void point() throws IOException {
    var fresh = link.resolveSibling(link.getFileName() + ".new");
    Files.createSymbolicLink(fresh, mounted());
    Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Cuts the power of a server on this disk and puts the disk as it is then in its place. */
  void cut(Place place) throws IOException, InterruptedException {
    var processes = halted(place);
    var before = image();
    var left = mounted();
    number++;
    Shell.run("cp", "--sparse=always", before.toString(), image().toString());
    mount();
    point();
    processes.forEach(ProcessHandle::destroyForcibly);
    for (var process : processes) {
      process.onExit().join();
    }
    unmount(left);
    Files.delete(before);
  }

  /** Stops every process where it stands; none of them can write any more. */
  private static List<ProcessHandle> halted(Place place) throws IOException, InterruptedException {
    var halted = new ArrayList<ProcessHandle>();
    for (int look = 0; look < 3; look++) {
      for (var process : place.processes()) {
        if (!halted.contains(process)) {
          Shell.said("kill", "-STOP", Long.toString(process.pid()));
          halted.add(process);
        }
      }
    }
    return halted;
  }

  private static void unmount(Path mounted) throws IOException, InterruptedException {
    for (int i = 0; i < 50; i++) {
      if (Shell.said("umount", mounted.toString()).exit() == 0) {
        return;
      }
      Thread.sleep(100);
    }
    Shell.run("umount", mounted.toString());
  }

  @Override
  public void close() {
    try {
      if (Files.exists(mounted())) {
        Shell.said("umount", mounted().toString());
      }
    } catch (IOException e) {
      throw new IllegalStateException("the disk stays mounted: " + mounted(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
