package org.bihuan.foundation.shared;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The district this installation serves; the first column of every case-bearing table.
 *
 * @param code six digits of GB/T 2260, for example 140213 for 平城区
 */
@ConfigurationProperties("bihuan.district")
public record District(@DefaultValue("140213") int code) {

  public District {
    if (code < 110000 || code > 999999) {
      throw new IllegalArgumentException("a district code has six digits: " + code);
    }
  }
}
