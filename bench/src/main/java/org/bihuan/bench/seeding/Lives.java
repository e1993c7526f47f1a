package org.bihuan.bench.seeding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/** Writes the rows of one matter after the other; used by one thread. */
final class Lives {

  static final int DISTRICT = 140213;

  /** Lanes of a district; the product's number. */
  static final int LANES = 8;

  private static final byte[] PROCEDURE = Bytes.utf8("appeal");
  private static final byte[] CENTRE = Bytes.utf8("dispatch-centre");
  private static final byte[][] ITEMS = Lifelike.all(Lifelike.ITEMS);
  private static final byte[][] UNITS = Lifelike.all(Lifelike.UNITS);
  private static final byte[][] CHANNELS = Lifelike.all(Lifelike.CHANNELS);
  private static final byte[] DESCRIPTION = Bytes.utf8("，麻烦安排人来看一下");
  private static final byte[] NOTHING_BEFORE = new byte[32];

  /** Where a lane stands. */
  static final class Lane {
    final int number;
    long last;
    long day;
    int opened;

    Lane(int number) {
      this.number = number;
    }
  }

  private final SplittableRandom random;
  private final long now;
  private final Tally tally;
  private final Crew crew = new Crew();
  private final Run run = new Run();
  private final Pages pages = new Pages();
  private final Ink ink = new Ink();
  private final Bytes form = new Bytes(512);
  private final Bytes number = new Bytes(32);
  private final Bytes code = new Bytes(8);
  private final Bytes title = new Bytes(256);
  private final Bytes description = new Bytes(256);
  private final MessageDigest sha;
  private final byte[] salt = new byte[16];

  private Batch batch = new Batch();
  private byte[] digest = NOTHING_BEFORE;
  private byte[] commitment = NOTHING_BEFORE;
  private byte[] area = CENTRE;
  private int item;
  private int unit;
  private int channel;
  private long high;
  private long low;

  Lives(SplittableRandom random, long now, Tally tally) {
    this.random = random;
    this.now = now;
    this.tally = tally;
    try {
      this.sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Where the next rows go. */
  void into(Batch rows) {
    batch = rows;
  }

  /** A matter opened at this moment; its rows, and whatever became of it until now. */
  void live(long n, long opened, Lane lane, boolean proving) {
    begin(n, opened, lane);
    var course = Course.of(now - opened, random);
    long at = opened;
    int version = 0;
    for (var deed : course.deeds) {
      at = deed.fires() ? run.dueAt() : at + Course.pause(deed, random);
      entry(deed, at, ++version, lane, proving);
    }
    if (run.running()) {
      run.row(batch.clocks, high, low);
    }
    file(course, opened, at, lane);
    Lifelike.words(batch.words.row(3).integer(DISTRICT).id(high, low), title);
  }

  private void begin(long n, long opened, Lane lane) {
    long day = Times.chinaDay(opened);
    lane.opened = day == lane.day ? lane.opened + 1 : 1;
    lane.day = day;
    long millis = opened * 1000 + random.nextInt(1000);
    high = millis << 16 | 0x7000L | random.nextInt(0x1000);
    low = random.nextLong() & 0x3fff_ffff_ffff_fff8L | 0x8000_0000_0000_0000L | lane.number;
    int street = random.nextInt(Lifelike.streets());
    area = Bytes.utf8("1402130" + (50 + street));
    item = random.nextInt(ITEMS.length);
    unit = random.nextInt(UNITS.length);
    channel = random.nextInt(CHANNELS.length);
    Lifelike.title(title, street, random);
    description.clear().put(title).put(DESCRIPTION);
    Names.number(number, area, day, (lane.opened - 1) * LANES + lane.number + 1);
    Names.code(code, n);
    crew.gather(unit, random);
    digest = NOTHING_BEFORE;
    run.none();
    pages.clear();
  }

  private void entry(Deed deed, long at, int version, Lane lane, boolean proving) {
    turnClock(deed, at);
    long position = ++lane.last;
    for (int i = 0; i < 16; i += 8) {
      long bits = random.nextLong();
      for (int j = 0; j < 8; j++) {
        salt[i + j] = (byte) (bits >> 8 * j);
      }
    }
    commitment = commitment(deed);
    var before = digest;
    digest = digest(deed, at, version, lane.number, position);
    row(deed, at, version, lane.number, position);
    tally.count(at, deed);
    if (proving) {
      var data =
          new String(ink.json.array(), 0, ink.json.size(), java.nio.charset.StandardCharsets.UTF_8);
      var id = new java.util.UUID(high, low);
      var actor = crew.id(deed.part);
      Proof.check(
          before,
          new Proof.Written(
              id, version, deed, at, actor, salt.clone(), data, lane.number, position),
          commitment,
          digest);
    }
  }

  /** Turns the clock, and writes with it what the entry records. */
  private void turnClock(Deed deed, long at) {
    boolean running = run.running();
    if (deed.fires()) {
      run.fire(at);
    }
    boolean ends = running && deed.ends();
    if (ends) {
      run.end(at);
    }
    data(deed, at, ends);
    pages.keep(deed, at);
  }

  private void data(Deed deed, long at, boolean ends) {
    ink.clear().object(fields(deed, ends));
    clocks(deed, at, ends);
    if (deed.owner == null) {
      ink.key(Key.CLOSED_AT).text(pages.moment(at));
    }
    facts(deed);
    if (deed == Deed.CLAIM) {
      ink.key(Key.HANDLER).text(crew.text(Part.HANDLER));
    }
    var moment = deed.moment();
    if (moment != null) {
      ink.key(Key.MOMENTS).object(1).key(moment).text(pages.moment(at)).end();
    }
    if (deed == Deed.OPEN) {
      birth();
    }
    owner(deed);
    if (deed == Deed.DISPATCH) {
      ink.key(Key.UNIT).text(UNITS[unit]);
    }
    ink.end();
  }

  private static int fields(Deed deed, boolean ends) {
    int fields = ends || deed.fires() || deed.begins() != null ? 1 : 0;
    fields += deed.owner == null ? 1 : 0;
    fields += Pages.tells(deed) ? 1 : 0;
    fields += deed == Deed.CLAIM || deed == Deed.OPEN || deed == Deed.DISPATCH ? 1 : 0;
    fields += deed.moment() == null ? 0 : 1;
    return fields + (ownerChanges(deed) ? 1 : 0);
  }

  private void clocks(Deed deed, long at, boolean ends) {
    var begins = deed.begins();
    boolean turned = ends || deed.fires();
    if (!turned && begins == null) {
      return;
    }
    ink.key(Key.CLOCKS).array((turned ? 1 : 0) + (begins == null ? 0 : 1));
    if (turned) {
      ink.next();
      run.write(ink);
    }
    if (ends) {
      run.row(batch.clocks, high, low);
    }
    if (begins != null) {
      run.begin(begins, at);
      ink.next();
      run.write(ink);
    }
    ink.endArray();
  }

  private void facts(Deed deed) {
    if (Pages.tells(deed)) {
      ink.key(Key.FACTS);
      pages.facts(ink, deed, description, UNITS[unit]);
    }
  }

  private void birth() {
    ink.key(Key.OPENED).object(11);
    ink.key(Key.APPLICANT).text(crew.text(Part.APPLICANT));
    ink.key(Key.AREA).text(area).key(Key.CHANNEL).text(CHANNELS[channel]);
    ink.key(Key.CODE).text(code).key(Key.ITEM).text(ITEMS[item]);
    ink.key(Key.LEVEL).digit(1).key(Key.NUMBER).text(number);
    ink.key(Key.PROCEDURE).text(PROCEDURE).key(Key.REVISION).digit(1);
    ink.key(Key.TITLE).text(title).key(Key.UNIT).text(CENTRE).end();
  }

  private static boolean ownerChanges(Deed deed) {
    return deed != Deed.ACCEPT && deed != Deed.CLAIM;
  }

  private void owner(Deed deed) {
    if (ownerChanges(deed)) {
      var owner = deed.owner;
      ink.key(Key.OWNER);
      if (owner == null) {
        ink.none();
      } else {
        ink.text(owner);
      }
    }
  }

  private byte[] commitment(Deed deed) {
    form.clear().put(1).text(salt).optional(deed.note());
    sha.update(form.array(), 0, form.size());
    sha.update(ink.canonical.array(), 0, ink.canonical.size());
    return sha.digest();
  }

  private byte[] digest(Deed deed, long at, int version, int lane, long position) {
    form.clear().put(1).big(DISTRICT).id(high, low).big(version);
    form.text(deed.name).text(deed.from).text(deed.to).big(at * 1_000_000L);
    crew.id(form, deed.part);
    form.text(deed.part.text).absent().big(lane).big(position).text(commitment);
    sha.update(digest);
    sha.update(form.array(), 0, form.size());
    return sha.digest();
  }

  private void row(Deed deed, long at, int version, int lane, long position) {
    var rows = batch.entries.row(17).integer(DISTRICT).id(high, low).big(version);
    rows.text(deed.name).text(deed.from).text(deed.to).time(at);
    crew.id(rows, deed.part);
    rows.text(deed.part.text).absent().optional(deed.note());
    rows.json(ink.json).text(salt).text(commitment).small(lane).big(position).text(digest);
    batch.entered++;
  }

  private void file(Course course, long opened, long last, Lane lane) {
    var end = course.deeds.getLast();
    var owner = end.owner;
    var rows = batch.files.row(26).integer(DISTRICT).id(high, low).small(lane.number);
    rows.text(number).text(code).text(PROCEDURE).integer(1).text(ITEMS[item]).text(end.to);
    rows.optional(owner);
    boolean dispatched = course.deeds.contains(Deed.DISPATCH);
    rows.text(title).text(area).text(dispatched ? UNITS[unit] : CENTRE);
    if (course.deeds.contains(Deed.CLAIM)) {
      crew.id(rows, Part.HANDLER);
    } else {
      rows.absent();
    }
    crew.id(rows, Part.APPLICANT);
    rows.text(CHANNELS[channel]).absent().small(1);
    pages.write(rows, course, crew);
    rows.big(course.deeds.size()).text(digest).time(opened);
    Run.optional(rows, owner == null ? last : 0);
    Run.optional(rows, run.running() ? run.dueAt() : 0);
  }
}
