package org.bihuan.bench.seeding;

/** The clocks of an appeal that the invented matters meet. */
enum Measure {
  ACCEPTANCE("1 workday"),
  DISPATCH("1 workday"),
  HANDLING("7 day"),
  CONFIRMATION("5 day"),
  CALLBACK("3 workday");

  final byte[] text = Bytes.utf8(name().toLowerCase(java.util.Locale.ROOT));
  final Times.Term term;

  Measure(String limit) {
    this.term = new Times.Term(limit);
  }
}
