package org.bihuan.portal.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.bihuan.foundation.storage.StorageFault;

/** Looks at a port before anything heavy is started. */
final class Ports {

  private Ports() {}

  static void requireFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(port));
    } catch (IOException | IllegalArgumentException e) {
      throw new StorageFault(
          "port " + port + " is taken or not allowed; choose another with --port", e);
    }
  }
}
