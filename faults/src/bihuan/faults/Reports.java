package bihuan.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/** What people wrote, as the product's own labelled reports say it. */
final class Reports {

  private static final String FILE = "/twins/reports.tsv";

  private final List<Report> all = new ArrayList<>();
  private final List<List<Report>> incidents = new ArrayList<>();

  /**
   * One report.
   *
   * @param item the matter it belongs to
   * @param area where
   * @param text what was written
   * @param stormy whether many write the same
   */
  record Report(String item, String area, String text, boolean stormy) {}

  private Reports() {}

  static Reports read() {
    var reports = new Reports();
    var byIncident = new LinkedHashMap<String, List<Report>>();
    try (var in = Reports.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the product has no " + FILE);
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines().skip(1).forEach(line -> reports.take(line.split("\t", -1), byIncident));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byIncident.values().stream().filter(same -> same.size() >= 3).forEach(reports.incidents::add);
    return reports;
  }

  private void take(String[] cells, java.util.Map<String, List<Report>> byIncident) {
    all.add(new Report(cells[3], cells[4], cells[6], false));
    byIncident
        .computeIfAbsent(cells[0] + "/" + cells[1], k -> new ArrayList<>())
        .add(new Report(cells[3], cells[4], cells[6], true));
  }

  /** Anything, from a house of one's own: nobody else writes the same. */
  Report any(Random random) {
    var report = all.get(random.nextInt(all.size()));
    var text = report.text() + "，在" + random.nextInt(1, 900) + "号楼";
    return new Report(report.item(), report.area(), text, false);
  }

  /** One of the ways people put the incident of a storm. */
  Report ofStorm(int storm, Random random) {
    var same = incidents.get(storm * 7 % incidents.size());
    return same.get(random.nextInt(same.size()));
  }
}
