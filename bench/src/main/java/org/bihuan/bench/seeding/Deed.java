package org.bihuan.bench.seeding;

import org.jspecify.annotations.Nullable;

/** What is done to an invented matter, as the procedure of appeals has it. */
enum Deed {
  OPEN("open", Part.APPLICANT, "", "received", "dispatcher"),
  ACCEPT("accept", Part.DISPATCHER, "received", "accepted", "dispatcher"),
  DISPATCH("dispatch", Part.DISPATCHER, "accepted", "working", "handler"),
  CLAIM("claim", Part.HANDLER, "working", "working", "handler"),
  OVERDUE("handling-overdue", Part.SYSTEM, "working", "supervised", "leader"),
  ANSWER("answer", Part.HANDLER, "working", "answered", "applicant"),
  CONFIRM("confirm", Part.APPLICANT, "answered", "closed", null),
  SILENT("stay-silent", Part.SYSTEM, "answered", "callback", "caller"),
  CALL("call-back", Part.CALLER, "callback", "closed", null),
  REDIRECT("redirect", Part.DISPATCHER, "received", "redirected", null),
  WITHDRAW("withdraw", Part.APPLICANT, "received", "withdrawn", null);

  final String act;
  final byte[] name;
  final Part part;
  final byte[] from;
  final byte[] to;
  final byte @Nullable [] owner;

  Deed(String act, Part part, String from, String to, @Nullable String owner) {
    this.act = act;
    this.name = Bytes.utf8(act);
    this.part = part;
    this.from = Bytes.utf8(from);
    this.to = Bytes.utf8(to);
    this.owner = owner == null ? null : Bytes.utf8(owner);
  }

  /** The clock it begins; absent if none. */
  @Nullable Measure begins() {
    return switch (this) {
      case OPEN -> Measure.ACCEPTANCE;
      case ACCEPT -> Measure.DISPATCH;
      case DISPATCH -> Measure.HANDLING;
      case ANSWER -> Measure.CONFIRMATION;
      case SILENT -> Measure.CALLBACK;
      case CLAIM, OVERDUE, CONFIRM, CALL, REDIRECT, WITHDRAW -> null;
    };
  }

  /** Whether it ends the clock that runs. */
  boolean ends() {
    return this != OPEN && this != CLAIM && this != OVERDUE;
  }

  /** Whether it is the running out of the clock that runs. */
  boolean fires() {
    return part == Part.SYSTEM;
  }

  /** The moment it marks; absent if none. */
  @Nullable Key moment() {
    return switch (this) {
      case OPEN -> Key.RECEIPT;
      case ACCEPT -> Key.ACCEPTANCE;
      case DISPATCH -> Key.DISPATCH;
      case ANSWER -> Key.ANSWER;
      case CONFIRM -> Key.CONFIRMATION;
      case SILENT -> Key.SILENCE;
      case CALL -> Key.CALLBACK;
      case REDIRECT -> Key.REDIRECTION;
      case WITHDRAW -> Key.WITHDRAWAL;
      case CLAIM, OVERDUE -> null;
    };
  }

  /** What it says in its note; absent if nothing. */
  byte @Nullable [] note() {
    return switch (this) {
      case CALL -> CALLED;
      case REDIRECT -> REDIRECTED;
      case WITHDRAW -> WITHDRAWN;
      case OPEN, ACCEPT, DISPATCH, CLAIM, OVERDUE, ANSWER, CONFIRM, SILENT -> null;
    };
  }

  private static final byte[] CALLED = Bytes.utf8("电话回访，来电人表示已经解决，对结果满意");
  private static final byte[] REDIRECTED = Bytes.utf8("属咨询类，已当场答复");
  private static final byte[] WITHDRAWN = Bytes.utf8("已自行解决");
}
