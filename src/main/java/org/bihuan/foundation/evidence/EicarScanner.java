package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Knows the one signature that every scanner knows: proof that what is found is refused. */
final class EicarScanner implements Scanner {

  /** It holds where a district brings no scanner of its own. */
  @Configuration(proxyBeanMethods = false)
  static class Standing {

    @Bean
    @ConditionalOnMissingBean(Scanner.class)
    Scanner scanner() {
      return new EicarScanner();
    }
  }

  // in pieces, so that no scanner takes this program for what it looks for
  private static final byte[] SIGN =
      ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
          .getBytes(StandardCharsets.US_ASCII);

  @Override
  public boolean harmful(Path file) throws IOException {
    var window = new byte[1 << 16];
    int kept = 0;
    try (var in = Files.newInputStream(file)) {
      for (int n = in.read(window, kept, window.length - kept);
          n > 0;
          n = in.read(window, kept, window.length - kept)) {
        int length = kept + n;
        if (holds(window, length)) {
          return true;
        }
        kept = Math.min(length, SIGN.length - 1);
        System.arraycopy(window, length - kept, window, 0, kept);
      }
    }
    return false;
  }

  private static boolean holds(byte[] window, int length) {
    for (int i = 0; i + SIGN.length <= length; i++) {
      int same = 0;
      while (same < SIGN.length && window[i + same] == SIGN[same]) {
        same++;
      }
      if (same == SIGN.length) {
        return true;
      }
    }
    return false;
  }
}
