package org.bihuan.portal.reveals;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.people.reveals.Reveals;
import org.bihuan.foundation.people.reveals.Reveals.Line;
import org.bihuan.foundation.shared.Text;
import org.bihuan.portal.naming.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the log of what was shown in full. */
@Component
final class RevealReading {

  static final List<String> COLUMNS =
      List.of("at", "who", "unit", "case", "fields", "reason", "from");

  /** No member has it: a login nobody has finds nothing. */
  private static final UUID NOBODY = new UUID(0, 0);

  private final Reveals reveals;
  private final Staff staff;
  private final Naming naming;

  RevealReading(Reveals reveals, Staff staff, Naming naming) {
    this.reveals = reveals;
    this.staff = staff;
    this.naming = naming;
  }

  List<RevealLine> lines(AuditPages.Filter filter, int limit) {
    var login = blank(filter.login());
    var actor = login == null ? null : staff.find(login).map(StaffMember::id).orElse(NOBODY);
    var after = filter.after() == null ? Reveals.Query.NEWEST : filter.after();
    var query = new Reveals.Query(actor, blank(filter.unit()), blank(filter.number()), after);
    var lines = reveals.list(query, limit);
    var names = staff.names(lines.stream().map(Line::actor).collect(Collectors.toSet()));
    return lines.stream().map(line -> line(line, names)).toList();
  }

  /** The units in use, for the filter. */
  Map<String, Text> units() {
    return naming.units();
  }

  private RevealLine line(Line line, Map<UUID, String> names) {
    return new RevealLine(
        line.id(),
        line.at(),
        names.getOrDefault(line.actor(), line.actor().toString()),
        line.unit().isEmpty() ? new Text("—", "—") : naming.unit(line.unit()),
        line.caseNumber(),
        line.fields().stream().sorted().toList(),
        line.reason(),
        line.from());
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
