package bihuan.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.storage.Databases;
import org.bihuan.foundation.storage.EmbeddedServer;

/**
 * A district made once, with staff and tokens, and copied for each scenario: a folder with a
 * stopped server and its keys.
 */
final class Town {

  private static final List<Member> STAFF =
      List.of(
          new Member("clerk", "approval-bureau", Role.CLERK),
          new Member("clerk2", "approval-bureau", Role.CLERK),
          new Member("integrator", "dispatch-centre", Role.INTEGRATOR),
          new Member("dispatcher", "dispatch-centre", Role.DISPATCHER),
          new Member("handler", "approval-bureau", Role.HANDLER),
          new Member("handler2", "approval-bureau", Role.HANDLER),
          new Member("approver", "approval-bureau", Role.APPROVER),
          new Member("approver2", "approval-bureau", Role.APPROVER),
          new Member("city", "city-management", Role.HANDLER),
          new Member("city2", "city-management", Role.HANDLER),
          new Member("leader", "district-office", Role.LEADER),
          new Member("caller", "callback-centre", Role.CALLER));

  private final Product product;
  private final Path template;
  private final Map<String, String> tokens = new TreeMap<>();

  private record Member(String login, String unit, Role role) {}

  private Town(Product product, Path template) {
    this.product = product;
    this.template = template;
  }

  static Town build(Product product, Path template) throws IOException, InterruptedException {
    var town = new Town(product, template);
    try (var place = town.open(template, Map.of())) {
      try (var house = House.open(place)) {
        var staff = house.getBean(Staff.class);
        STAFF.forEach(member -> town.hire(staff, member));
      }
    }
    return town;
  }

  private void hire(Staff staff, Member member) {
    var roles = Set.of(member.role());
    done(staff.add(new Staff.Newcomer(member.login(), "试" + member.login(), member.unit(), roles)));
    var token = done(staff.createToken(member.login(), "faults", Duration.ofDays(366)));
    tokens.put(member.login(), token.token());
  }

  private static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var reason) -> throw new IllegalStateException(reason.code());
    };
  }

  Product product() {
    return product;
  }

  String token(String login) {
    var token = tokens.get(login);
    if (token == null) {
      throw new IllegalArgumentException("nobody is called " + login);
    }
    return token;
  }

  /** A copy of the district in this folder, its server running. */
  Place place(Path folder) throws IOException, InterruptedException {
    return place(folder, Map.of());
  }

  /** A copy whose server runs with these settings besides the durable ones. */
  Place place(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
    copy(folder);
    return open(folder, settings);
  }

  /**
   * A copy whose server is not started. It is on the disk before anything begins: a server that
   * recovers writes down every file it finds unwritten, which is the copy's cost and not its own.
   */
  void copy(Path folder) throws IOException, InterruptedException {
    Shell.run("cp", "-a", template.toString(), folder.toString());
    Shell.run("sync", "-f", folder.toString());
  }

  /** Starts the server of a folder. */
  Place open(Path folder, Map<String, String> settings) {
    var all = new HashMap<>(EmbeddedServer.DURABLE);
    all.put("max_connections", "120");
    all.putAll(settings);
    all.values().removeIf(String::isEmpty); // left to the server's own files
    var server = EmbeddedServer.start(folder, all);
    Databases.ensure(server, Place.NAME);
    return new Place(this, folder.toAbsolutePath(), server);
  }
}
