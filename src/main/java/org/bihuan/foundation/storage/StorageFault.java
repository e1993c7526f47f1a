package org.bihuan.foundation.storage;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The place where data lives cannot be used; the message is one sentence a person can act on. */
public final class StorageFault extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  public StorageFault(String message) {
    super(message);
  }

  public StorageFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
