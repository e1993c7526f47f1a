package org.bihuan.bench;

/** The six acts of an appeal that every contestant performs, in this order. */
enum Step {
  OPEN,
  ACCEPT,
  DISPATCH,
  CLAIM,
  ANSWER,
  CONFIRM;

  /** The name in the procedure. */
  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
