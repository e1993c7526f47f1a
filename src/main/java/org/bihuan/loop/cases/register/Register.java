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
   * @param findings what is wrong, first row first; empty if the register is whole
   */
  public record Report(
      long entries, long cases, long seals, Set<String> keys, List<Finding> findings) {

    public Report {
      keys = Set.copyOf(keys);
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
    sql.silentFiles()
        .forEach(
            file -> {
              var name = file.path("number").asString();
              walk.findings.addAll(new CaseTrace(sql.district(), name).against(file));
            });
    var seals = new ArrayList<Seal>();
    for (int lane = 0; lane < Lanes.COUNT; lane++) {
      var checkpoints = sql.seals(lane);
      seals.addAll(checkpoints);
      var trace = new LaneTrace(sql.district(), lane, sql.lastPosition(lane), checkpoints);
      sql.laneDigests(lane, trace::next);
      walk.findings.addAll(trace.findings());
    }
    return new Report(walk.entries, walk.cases, seals.size(), Seal.keys(seals), walk.findings);
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

  /** One pass over all entries, settled against the files batch by batch. */
  private final class Walk {

    private final List<Finding> findings = new ArrayList<>();
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
            var name = file == null ? id.toString() : file.path("number").asString();
            var trace = new CaseTrace(sql.district(), name);
            written.forEach(trace::entry);
            findings.addAll(trace.against(file));
          });
      waiting.clear();
    }
  }
}
