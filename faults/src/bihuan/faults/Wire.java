package bihuan.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The line between application and database, which can be cut around a commit, or made to lie. */
final class Wire implements AutoCloseable {

  /** Where a line is cut. */
  enum Cut {
    /** The commit never leaves. */
    BEFORE,
    /** The commit leaves and nobody waits for the answer. */
    DURING,
    /** The answer arrives at the line and goes no further. */
    AFTER
  }

  private final ServerSocket door;
  private final int port;
  private final Set<Line> lines = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();
  private final AtomicInteger cuts = new AtomicInteger();
  private volatile boolean lying;

  private Wire(int port) throws IOException {
    this.port = port;
    this.door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
  }

  /** A line to the database of this address. */
  static Wire to(String url) throws IOException {
    var wire = new Wire(URI.create(url.substring("jdbc:".length())).getPort());
    Thread.ofPlatform().daemon().name("wire").start(wire::listen);
    return wire;
  }

  /** The address to use instead. */
  String url(String url) {
    return url.replace(":" + port + "/", ":" + door.getLocalPort() + "/") + "?sslmode=disable";
  }

  /** Cuts the next line that commits a write. */
  void cutNext(Cut cut) {
    next.set(cut);
  }

  int cuts() {
    return cuts.get();
  }

  /** From now on every commit is undone and said to be done. */
  void lie() {
    lying = true;
    lines.forEach(Line::close);
  }

  private void listen() {
    while (!door.isClosed()) {
      try {
        var line = new Line(door.accept(), new Socket(InetAddress.getLoopbackAddress(), port));
        lines.add(line);
        Thread.ofPlatform().daemon().name("wire-to").start(line::forth);
        Thread.ofPlatform().daemon().name("wire-from").start(line::back);
      } catch (IOException e) {
        Thread.onSpinWait(); // the database is away, or the door was closed
      }
    }
  }

  /** One connection: what goes forth is read message by message, as the protocol frames them. */
  private final class Line {

    private final Socket near;
    private final Socket far;
    private final Speech speech = new Speech();
    private volatile boolean mute;

    Line(Socket near, Socket far) throws IOException {
      this.near = near;
      this.far = far;
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
    }

    void forth() {
      try (var in = new DataInputStream(new java.io.BufferedInputStream(near.getInputStream()));
          var out = new DataOutputStream(new java.io.BufferedOutputStream(far.getOutputStream()))) {
        out.write(Speech.Message.opening(in));
        out.flush();
        while (true) {
          var message = Speech.Message.read(in);
          if (speech.commitsAWrite(message) && cutHere(out, message)) {
            return;
          }
          (lying ? Speech.undone(message) : message).write(out);
          if (in.available() == 0) {
            out.flush();
          }
        }
      } catch (IOException e) {
        close(); // one side has gone; so goes the other
      }
    }

    private boolean cutHere(DataOutputStream out, Speech.Message message) throws IOException {
      var cut = next.getAndSet(null);
      if (cut == null) {
        return false;
      }
      switch (cut) {
        case BEFORE -> {}
        case DURING, AFTER -> {
          mute = true;
          message.write(out);
          Speech.Message.EXECUTE.write(out);
          Speech.Message.SYNC.write(out);
          out.flush();
        }
      }
      if (cut == Cut.AFTER) {
        awaitAnswer();
      }
      cuts.incrementAndGet();
      close();
      return true;
    }

    private void awaitAnswer() {
      for (int i = 0; i < 200 && !speech.answered(); i++) {
        java.util.concurrent.locks.LockSupport.parkNanos(5_000_000L);
      }
    }

    void back() {
      try (var in = new DataInputStream(new java.io.BufferedInputStream(far.getInputStream()));
          var out =
              new DataOutputStream(new java.io.BufferedOutputStream(near.getOutputStream()))) {
        while (true) {
          var message = Speech.Message.read(in);
          speech.hears(message, mute);
          if (!mute) {
            (lying ? Speech.praised(message) : message).write(out);
            if (in.available() == 0) {
              out.flush();
            }
          }
        }
      } catch (IOException e) {
        close(); // one side has gone; so goes the other
      }
    }

    void close() {
      lines.remove(this);
      try (near;
          far) {
        lines.remove(this);
      } catch (IOException e) {
        throw new IllegalStateException("a socket cannot be closed", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    lines.forEach(Line::close);
  }
}
