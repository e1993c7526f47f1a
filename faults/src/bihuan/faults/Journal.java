package bihuan.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the clients meant to do and what they were told: written to the disk before it is sent. */
final class Journal implements AutoCloseable {

  /** What a client was told. */
  enum Told {
    /** It was done. */
    DONE,
    /** It was not done and a rule says why. */
    REFUSED,
    /** It was not done, something failed. */
    FAILED,
    /** Nobody knows: no answer, or one that says so. */
    UNKNOWN
  }

  /** One thing a client wants done, however often it has to ask. */
  static final class Write {

    private final String key;
    private final String title;
    private final String act;
    private final List<Told> told = new ArrayList<>();
    private boolean replayed;
    private @Nullable String number;

    private Write(String key, String title, String act) {
      this.key = key;
      this.title = title;
      this.act = act;
    }

    String key() {
      return key;
    }

    String title() {
      return title;
    }

    String act() {
      return act;
    }

    List<Told> told() {
      return List.copyOf(told);
    }

    /** The last word, which stands. */
    Told last() {
      return told.isEmpty() ? Told.UNKNOWN : told.getLast();
    }

    boolean settled() {
      return last() == Told.DONE || last() == Told.REFUSED;
    }

    boolean replayed() {
      return replayed;
    }

    @Nullable String number() {
      return number;
    }

    @Override
    public String toString() {
      return act + " of " + title + " " + told;
    }
  }

  private final FileChannel file;
  private final Queue<Write> writes = new ConcurrentLinkedQueue<>();

  Journal(Path file) throws IOException {
    this.file = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
  }

  Write intent(String key, String title, String act) throws IOException {
    var write = new Write(key, title, act);
    writes.add(write);
    line("intent " + key + " " + act + " " + title);
    file.force(false);
    return write;
  }

  void told(Write write, Told told, @Nullable String number, boolean replayed) throws IOException {
    write.told.add(told);
    write.number = number;
    write.replayed = replayed;
    line("told " + write.key + " " + told + (replayed ? " again" : ""));
  }

  private void line(String text) throws IOException {
    file.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  List<Write> writes() {
    return List.copyOf(writes);
  }

  long count(Told told) {
    return writes.stream().filter(write -> write.last() == told).count();
  }

  /** How many had to be asked for more than once. */
  long repeated() {
    return writes.stream().filter(write -> write.told().size() > 1).count();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
