package org.bihuan.bench.seeding;

/** Names used in what entries hold, with their two written forms made once. */
enum Key {
  APPLICANT("applicant"),
  AREA("area"),
  CHANNEL("channel"),
  CLOCK("clock"),
  CLOCKS("clocks"),
  CLOSED_AT("closedAt"),
  CODE("code"),
  DESCRIPTION("description"),
  DUE_AT("dueAt"),
  DUE_DAY("dueDay"),
  ENDED_AT("endedAt"),
  EXTENDED("extended"),
  FACTS("facts"),
  FIRED_AT("firedAt"),
  HANDLER("handler"),
  ITEM("item"),
  LEVEL("level"),
  MOMENTS("moments"),
  NUMBER("number"),
  OPENED("opened"),
  OWNER("owner"),
  PROCEDURE("procedure"),
  PROVISIONAL("provisional"),
  RATING("rating"),
  REPLY("reply"),
  REVISION("revision"),
  ROUTE("route"),
  RUN("run"),
  SOLVED("solved"),
  STARTED_AT("startedAt"),
  STATUS("status"),
  STATUTORY("statutory"),
  STOPS("stops"),
  TITLE("title"),
  UNIT("unit"),
  RECEIPT("receipt"),
  ACCEPTANCE("acceptance"),
  DISPATCH("dispatch"),
  ANSWER("answer"),
  CONFIRMATION("confirmation"),
  REDIRECTION("redirection"),
  WITHDRAWAL("withdrawal"),
  SILENCE("silence"),
  CALLBACK("callback");

  final byte[] json;
  final byte[] canonical;

  Key(String name) {
    this.json = Bytes.utf8("\"" + name + "\":");
    var utf8 = Bytes.utf8(name);
    var framed = new Bytes(utf8.length + 4).putInt(utf8.length).put(utf8);
    this.canonical = java.util.Arrays.copyOf(framed.array(), framed.size());
  }
}
