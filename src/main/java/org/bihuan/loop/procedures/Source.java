package org.bihuan.loop.procedures;

/**
 * Where a rule comes from.
 *
 * @param text law and article, for example 行政许可法 第三十二条
 * @param origin who made it: {@code national}, {@code local}, or {@code ours} where no rule exists
 */
public record Source(String text, Origin origin) {

  /** Who made a rule; {@link #OURS} marks what Bihuan chose because no rule exists. */
  public enum Origin {
    NATIONAL,
    LOCAL,
    OURS
  }
}
