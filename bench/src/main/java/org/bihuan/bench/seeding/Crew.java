package org.bihuan.bench.seeding;

import java.util.SplittableRandom;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;

/** Who meets the matter at hand: one id for each part, with its text. */
final class Crew {

  private final long[] high = new long[Part.values().length];
  private final long[] low = new long[Part.values().length];
  private final byte[][] text = new byte[Part.values().length][36];

  Crew() {
    set(
        Part.SYSTEM,
        Actor.CLOCK.id().getMostSignificantBits(),
        Actor.CLOCK.id().getLeastSignificantBits());
  }

  /** A new applicant; staff of the unit who happen to be on duty. */
  void gather(int unit, SplittableRandom random) {
    set(Part.APPLICANT, version4(random.nextLong()), variant(random.nextLong()));
    set(Part.DISPATCHER, 0x7000L, variant(100 + random.nextInt(12)));
    set(Part.HANDLER, 0x7000L, variant(1_000 + unit * 10L + random.nextInt(8)));
    set(Part.CALLER, 0x7000L, variant(200 + random.nextInt(6)));
  }

  private static long version4(long random) {
    return (random & ~0xf000L) | 0x4000L;
  }

  private static long variant(long random) {
    return (random & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
  }

  private void set(Part part, long upper, long lower) {
    high[part.ordinal()] = upper;
    low[part.ordinal()] = lower;
    spell(text[part.ordinal()], upper, lower);
  }

  private static void spell(byte[] into, long upper, long lower) {
    int at = 0;
    for (int nibble = 0; nibble < 32; nibble++) {
      if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) {
        into[at++] = '-';
      }
      long half = nibble < 16 ? upper : lower;
      int digit = (int) (half >>> (60 - 4 * (nibble & 15))) & 15;
      into[at++] = (byte) (digit < 10 ? '0' + digit : 'a' + digit - 10);
    }
  }

  byte[] text(Part part) {
    return text[part.ordinal()];
  }

  void id(Bytes rows, Part part) {
    rows.id(high[part.ordinal()], low[part.ordinal()]);
  }

  UUID id(Part part) {
    return new UUID(high[part.ordinal()], low[part.ordinal()]);
  }
}
