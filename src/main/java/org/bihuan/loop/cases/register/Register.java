package org.bihuan.loop.cases.register;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * The whole register of a district: checked where it lives or from a file, without the server. Both
 * checks see one moment of the register, so that work going on is no false alarm.
 */
@Component
public class Register {

  private static final int BATCH = 500;

  private final RegisterSql sql;

  Register(RegisterSql sql) {
    this.sql = sql;
  }

  /**
   * What a check found.
   *
   * @param entries how many entries were walked
   * @param cases how many matters
   * @param seals how many signed checkpoints
   * @param keys SHA-256 of the public keys that signed them, in hex: whoever can write the database
   *     can sign with a key of his own, so compare it with the one the district has published
   * @param erased entries whose note and data were erased, to be held against the orders to erase:
   *     they keep their digests, but what they said can no longer be checked
   * @param findings what is wrong, first row first; empty if the register is whole
   */
  public record Report(
      long entries,
      long cases,
      long seals,
      Set<String> keys,
      List<String> erased,
      List<Finding> findings) {

    public Report {
      keys = Set.copyOf(keys);
      erased = List.copyOf(erased);
      findings = List.copyOf(findings);
    }

    public boolean whole() {
      return findings.isEmpty();
    }
  }

  /** Walks every entry of every matter and every lane. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Report verify() {
    var walk = new Walk();
    sql.entries(walk::entry);
    walk.settle();
    sql.silentFiles().forEach(walk::silent);
    for (int lane : sql.lanes()) {
      walk.lane(lane);
    }
    return walk.report();
  }

  private static String number(JsonNode file) {
    return file.path("number").asString();
  }

  /** Writes the whole register, one JSON object a line. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public long export(Writer out) {
    var exporting = new RegisterExport(sql, out);
    return exporting.run();
  }

  /** Checks an exported register; needs no database. */
  public static Report verify(BufferedReader exported) throws IOException {
    return new ExportCheck().run(exported);
  }

  /** One pass over all entries, settled against the files batch by batch, and over all lanes. */
  private final class Walk {

    private final List<Finding> findings = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();
    private final List<String> erased = new ArrayList<>();
    private final Map<UUID, List<Written>> waiting = new LinkedHashMap<>();
    private @Nullable UUID current;
    private long entries;
    private long cases;

    void entry(Written written) {
      var id = written.entry().caseId();
      if (!id.equals(current)) {
        current = id;
        cases++;
        if (waiting.size() >= BATCH) {
          settle();
        }
      }
      entries++;
      waiting.computeIfAbsent(id, k -> new ArrayList<>()).add(written);
    }

    void settle() {
      var files = sql.files(waiting.keySet());
      waiting.forEach(
          (id, written) -> {
            var file = files.get(id);
            settle(file == null ? id.toString() : number(file), written, file);
          });
      waiting.clear();
    }

    void settle(String name, List<Written> written, @Nullable JsonNode file) {
      var trace = new CaseTrace(sql.district(), name);
      written.forEach(trace::entry);
      findings.addAll(trace.against(file));
      erased.addAll(trace.erased());
    }

    /** A file that no entry speaks of. */
    void silent(JsonNode file) {
      cases++;
      settle(number(file), List.of(), file);
    }

    void lane(int lane) {
      var checkpoints = sql.seals(lane);
      seals.addAll(checkpoints);
      var trace = new LaneTrace(sql.district(), lane, sql.lastPosition(lane), checkpoints);
      sql.laneDigests(lane, trace::next);
      findings.addAll(trace.findings());
    }

    Report report() {
      return new Report(entries, cases, seals.size(), Seal.keys(seals), erased, findings);
    }
  }
}
