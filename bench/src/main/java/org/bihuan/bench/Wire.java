package org.bihuan.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One connection that speaks HTTP/1.1 and is kept; as thin as can be, since it shares the machine
 * with what it measures.
 */
final class Wire implements AutoCloseable {

  private final int port;
  private Socket socket;
  private InputStream in;
  private boolean last;

  Wire(int port) {
    this.port = port;
    try {
      socket = connect(port);
      in = reading(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Socket connect(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static InputStream reading(Socket socket) throws IOException {
    return new BufferedInputStream(socket.getInputStream(), 16_384);
  }

  /** True if a page is served. */
  static boolean answers(int port) {
    try (var wire = new Wire(port)) {
      return wire.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n".formatted(port), "") == 200;
    } catch (UncheckedIOException e) {
      return false; // nobody listens yet
    }
  }

  /**
   * Sends head and body; reads the whole answer and gives its status. Connects anew where the last
   * answer said it was this connection's last.
   */
  int send(String head, String body) {
    try {
      if (last) {
        socket.close();
        socket = connect(port);
        in = reading(socket);
        last = false;
      }
      var out = socket.getOutputStream();
      out.write((head + body).getBytes(StandardCharsets.UTF_8));
      out.flush();
      return answer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = 0;
    boolean chunked = false;
    for (var line = line(); !line.isEmpty(); line = line()) {
      var lower = line.toLowerCase(java.util.Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).strip());
      }
      last |= lower.startsWith("connection:") && lower.contains("close");
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    in.skipNBytes(length);
    while (chunked) {
      int size = Integer.parseInt(line().strip(), 16);
      in.skipNBytes(size + 2L);
      chunked = size > 0;
    }
    return status;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
