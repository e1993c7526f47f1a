package org.bihuan.bench.seeding;

/** What the file of the matter at hand remembers: facts, hands, moments. */
final class Pages {

  private static final byte[] ROUTE = Bytes.utf8("可持身份证到区政务大厅咨询台办理");
  private static final byte[] REPLY = Bytes.utf8("已到现场查看并处理完毕，请您核实");
  private static final byte[] ONCE = Bytes.utf8("\":1");

  private final Bytes facts = new Bytes(1024);
  private final Bytes hands = new Bytes(1024);
  private final Bytes moments = new Bytes(512);
  private final Bytes scratch = new Bytes(32);

  void clear() {
    facts.clear().put('{');
    moments.clear().put('{');
  }

  Bytes moment(long at) {
    return Times.text(scratch, at);
  }

  /** Whether a deed tells facts. */
  static boolean tells(Deed deed) {
    return switch (deed) {
      case OPEN, DISPATCH, ANSWER, CONFIRM, CALL, REDIRECT -> true;
      case ACCEPT, CLAIM, OVERDUE, SILENT, WITHDRAW -> false;
    };
  }

  /** Writes what a deed tells, and remembers it. */
  void facts(Ink ink, Deed deed, Bytes description, byte[] unit) {
    int from = ink.json.size();
    ink.object(deed == Deed.ANSWER ? 2 : 1);
    switch (deed) {
      case OPEN -> ink.key(Key.DESCRIPTION).text(description);
      case DISPATCH -> ink.key(Key.UNIT).text(unit);
      case ANSWER -> ink.key(Key.REPLY).text(REPLY).key(Key.SOLVED).truth(true);
      case CONFIRM, CALL -> ink.key(Key.RATING).digit(1);
      case REDIRECT -> ink.key(Key.ROUTE).text(ROUTE);
      case ACCEPT, CLAIM, OVERDUE, SILENT, WITHDRAW ->
          throw new IllegalArgumentException(deed + " tells nothing");
    }
    ink.end();
    comma(facts);
    for (int i = from + 1; i < ink.json.size() - 1; i++) {
      facts.put(ink.json.array()[i]);
    }
  }

  /** Remembers the moment a deed marks. */
  void keep(Deed deed, long at) {
    var moment = deed.moment();
    if (moment != null) {
      comma(moments);
      moments.put(moment.json).put('"').put(moment(at)).put('"');
    }
  }

  private static void comma(Bytes object) {
    if (object.last() != '{') {
      object.put(',');
    }
  }

  /** The three columns. */
  void write(Bytes rows, Course course, Crew crew) {
    hands.clear().put('{');
    for (var part : Part.values()) {
      hand(course, crew, part);
    }
    rows.json(facts.put('}')).json(hands.put('}')).json(moments.put('}'));
  }

  private void hand(Course course, Crew crew, Part part) {
    boolean begun = false;
    for (var deed : course.deeds) {
      if (deed.part == part) {
        if (begun) {
          hands.put(',');
        } else {
          comma(hands);
          hands.put('"').put(crew.text(part)).put('"').put(':').put('{');
        }
        begun = true;
        hands.put('"').put(deed.name).put(ONCE);
      }
    }
    if (begun) {
      hands.put('}');
    }
  }
}
