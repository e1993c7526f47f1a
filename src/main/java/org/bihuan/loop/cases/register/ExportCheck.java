package org.bihuan.loop.cases.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Checks an exported register line by line. */
final class ExportCheck {

  private final List<Finding> findings = new ArrayList<>();
  private final List<String> erased = new ArrayList<>();
  private final Map<Integer, List<Placed>> lanes = new TreeMap<>();
  private @Nullable JsonNode head;
  private @Nullable JsonNode file;
  private @Nullable CaseTrace trace;
  private @Nullable UUID current;
  private final List<Seal> seals = new ArrayList<>();
  private long entries;
  private long cases;

  private record Placed(long position, byte[] digest) {}

  Register.Report run(BufferedReader in) throws IOException {
    int number = 0;
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      try {
        take(Json.read(line));
      } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
        throw new IOException("line " + number + " is not of a register: " + e.getMessage(), e);
      }
    }
    close();
    return lanes();
  }

  private void take(JsonNode line) throws IOException {
    if (head == null) {
      head = head(line);
      line.path("seals").forEach(node -> seals.add(RegisterJson.readSeal(node)));
    } else if (line.has("file")) {
      close();
      var read = line.path("file");
      begin(UUID.fromString(read.path("id").asString()), read);
    } else if (line.has("entry")) {
      entry(RegisterJson.readEntry(line.path("entry")));
    } else {
      throw new IllegalArgumentException("neither file nor entry");
    }
  }

  private static JsonNode head(JsonNode line) {
    if (line.path("register").asInt(0) != RegisterJson.FORM
        || !line.path("district").isInt()
        || !lanesAreSound(line.path("lanes"))
        || !line.path("seals").isArray()) {
      throw new IllegalArgumentException("not the head of a register this program can read");
    }
    return line;
  }

  /** Every lane of a district once, in order, each with its number and its last position only. */
  private static boolean lanesAreSound(JsonNode lanes) {
    int before = -1;
    for (var node : lanes) {
      boolean sound = node.size() == 2 && node.path("last").isIntegralNumber();
      if (!sound || node.path("lane").asInt(-1) <= before) {
        return false;
      }
      before = node.path("lane").asInt();
    }
    return lanes.size() >= Lanes.COUNT;
  }

  private void begin(UUID id, @Nullable JsonNode read) {
    file = read;
    current = id;
    cases++;
    var name = read == null ? id.toString() : read.path("number").asString(id.toString());
    trace = new CaseTrace(district(), name);
  }

  private void entry(Written written) {
    entries++;
    var id = written.entry().caseId();
    if (!id.equals(current)) {
      close();
      begin(id, null);
    }
    if (trace != null) {
      trace.entry(written);
    }
    var place = written.entry().place();
    placed(place.lane()).add(new Placed(place.position(), written.digest()));
  }

  private List<Placed> placed(int lane) {
    return lanes.computeIfAbsent(lane, k -> new ArrayList<>());
  }

  private void close() {
    if (trace != null) {
      findings.addAll(trace.against(file));
      erased.addAll(trace.erased());
    }
    trace = null;
    current = null;
  }

  private int district() {
    return head == null ? 0 : head.path("district").asInt();
  }

  /** Walks every lane that head or checkpoints name; an entry beside them is not genuine. */
  private Register.Report lanes() throws IOException {
    if (head == null) {
      throw new IOException("an empty file is no register");
    }
    var last = new HashMap<Integer, Long>();
    head.path("lanes")
        .forEach(node -> last.put(node.path("lane").asInt(), node.path("last").asLong()));
    var named = new TreeSet<>(last.keySet());
    seals.forEach(seal -> named.add(seal.lane()));
    named.forEach(lane -> walk(lane, last.getOrDefault(lane, 0L)));
    return new Register.Report(entries, cases, seals.size(), Seal.keys(seals), erased, findings);
  }

  private void walk(int lane, long last) {
    var own = seals.stream().filter(seal -> seal.lane() == lane).toList();
    var trace = new LaneTrace(district(), lane, last, own);
    var placed = placed(lane);
    placed.sort(Comparator.comparingLong(Placed::position));
    placed.forEach(p -> trace.next(p.position(), p.digest()));
    findings.addAll(trace.findings());
  }
}
