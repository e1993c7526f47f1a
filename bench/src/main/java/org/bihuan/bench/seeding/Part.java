package org.bihuan.bench.seeding;

/** Who does a deed. */
enum Part {
  APPLICANT,
  DISPATCHER,
  HANDLER,
  CALLER,
  SYSTEM;

  final byte[] text = Bytes.utf8(name().toLowerCase(java.util.Locale.ROOT));
}
