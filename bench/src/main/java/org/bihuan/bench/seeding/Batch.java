package org.bihuan.bench.seeding;

/** Rows of a few thousand matters on their way to the four tables. */
final class Batch {

  final Bytes files = new Bytes(4 << 20);
  final Bytes clocks = new Bytes(2 << 20);
  final Bytes entries = new Bytes(8 << 20);
  final Bytes words = new Bytes(1 << 20);
  long entered;

  void clear() {
    files.clear();
    clocks.clear();
    entries.clear();
    words.clear();
    entered = 0;
  }
}
