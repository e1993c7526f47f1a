package org.bihuan.portal.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way from a phone to the house, which can be cut and mended: what no browser can pretend. */
final class Line implements AutoCloseable {

  private final int house;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Line(int house) throws IOException {
    this.house = house;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** From now on nothing comes through, and what was open is broken. */
  void cut() {
    cut = true;
    open.forEach(Line::end);
  }

  void mend() {
    cut = false;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var phone = door.accept();
        if (cut) {
          end(phone);
        } else {
          join(phone, new Socket(InetAddress.getLoopbackAddress(), house));
        }
      } catch (IOException closed) {
        cut = cut || door.isClosed();
      }
    }
  }

  private void join(Socket phone, Socket there) {
    open.add(phone);
    open.add(there);
    Thread.ofVirtual().start(() -> carry(phone, there));
    Thread.ofVirtual().start(() -> carry(there, phone));
  }

  private void carry(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException broken) {
      open.remove(from);
    } finally {
      end(from);
      end(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void end(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    open.forEach(Line::end);
  }
}
