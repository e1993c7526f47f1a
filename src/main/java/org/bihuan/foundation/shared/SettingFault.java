package org.bihuan.foundation.shared;

import java.io.Serial;

/** A setting that cannot be used; the message is one sentence a person can act on. */
public final class SettingFault extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  public SettingFault(String message) {
    super(message);
  }

  public SettingFault(String message, Throwable cause) {
    super(message, cause);
  }
}
