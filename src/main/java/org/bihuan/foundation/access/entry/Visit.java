package org.bihuan.foundation.access.entry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One sign-in that still goes on, as its owner sees it among theirs.
 *
 * @param id names it when it is to be ended; signs nobody in
 * @param device what the browser said of itself
 * @param address where it came from
 * @param beganAt since when
 * @param seenAt when it was last used, to the minute
 * @param here true for the one that looks
 */
public record Visit(
    UUID id, String device, String address, Instant beganAt, Instant seenAt, boolean here) {

  private static final List<String> BROWSERS =
      List.of("MicroMessenger", "Edg", "Firefox", "Chrome", "Safari");

  private static final List<String> SYSTEMS =
      List.of("Android", "iPhone", "iPad", "HarmonyOS", "Windows", "Mac OS", "Linux");

  private static final int SHORT = 40;

  /** The browser in a word people know, and the system it runs on; else as the device said. */
  public String deviceName() {
    var browser = BROWSERS.stream().filter(device::contains).findFirst();
    var system = SYSTEMS.stream().filter(device::contains).findFirst();
    if (browser.isEmpty() || system.isEmpty()) {
      return device.length() > SHORT ? device.substring(0, SHORT) : device;
    }
    return spoken(browser.get()) + " · " + spoken(system.get());
  }

  private static String spoken(String name) {
    return switch (name) {
      case "MicroMessenger" -> "微信";
      case "Edg" -> "Edge";
      case "Mac OS" -> "macOS";
      default -> name;
    };
  }
}
