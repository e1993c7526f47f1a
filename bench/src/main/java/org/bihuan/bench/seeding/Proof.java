package org.bihuan.bench.seeding;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.register.Canonical;
import org.bihuan.loop.cases.register.Entry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Recomputes an entry with the product's own code; the shortcut is right or the run ends. */
final class Proof {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Proof() {}

  /** An entry as it was written. */
  record Written(
      UUID caseId,
      long version,
      Deed deed,
      long at,
      UUID actor,
      byte[] salt,
      String data,
      int lane,
      long position) {}

  static void check(byte[] before, Written written, byte[] commitment, byte[] digest) {
    var deed = written.deed();
    var entry =
        new Entry(
            written.caseId(),
            written.version(),
            deed.act,
            text(deed.from),
            text(deed.to),
            Instant.ofEpochSecond(written.at()),
            written.actor(),
            Role.of(text(deed.part.text)),
            null,
            new Entry.Content(note(deed), JSON.readTree(written.data())),
            new Entry.Place(written.lane(), written.position()));
    var wanted = Canonical.commitment(written.salt(), entry.content());
    if (!Arrays.equals(wanted, commitment)
        || !Arrays.equals(Canonical.digest(before, Lives.DISTRICT, entry, wanted), digest)) {
      throw new IllegalStateException(
          "the seeding does not write what the product would: " + entry);
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, java.nio.charset.StandardCharsets.UTF_8);
  }

  private static @Nullable String note(Deed deed) {
    var note = deed.note();
    return note == null ? null : text(note);
  }
}
