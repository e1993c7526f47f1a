package org.bihuan.loop.cases;

import static org.bihuan.loop.cases.CaseFixtures.staff;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bihuan.foundation.access.Role;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.loop.cases.register.TestingRegister;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A sealed register of some matters, and somebody with the owner's password. What he changes is
 * checked live and on an export, then undone.
 */
final class TamperedRegister {

  final CaseFixtures house = new CaseFixtures();
  final CaseId victim;
  final String number;

  TamperedRegister() {
    var ids = IntStream.range(0, 12).mapToObj(_ -> house.open("appeal")).toList();
    victim = followed(ids);
    ids.forEach(id -> house.does(id, "accept", staff(Role.DISPATCHER), "{}"));
    ids.forEach(
        id ->
            house.does(id, "dispatch", staff(Role.DISPATCHER), "{\"unit\": \"dispatch-centre\"}"));
    seal();
    house.open("licence");
    ids.forEach(id -> house.does(id, "claim", staff(Role.HANDLER), "{}"));
    seal();
    number = house.cases.find(victim).orElseThrow().identity().number().value();
  }

  /** One after which its lane goes on: of twelve in eight lanes there is always one. */
  private static CaseId followed(List<CaseId> ids) {
    return IntStream.range(0, ids.size())
        .filter(
            n ->
                ids.subList(n + 1, ids.size()).stream()
                    .anyMatch(later -> later.lane() == ids.get(n).lane()))
        .mapToObj(ids::get)
        .findFirst()
        .orElseThrow();
  }

  void seal() {
    TestingRegister.seal(
        house.database.dataSource(), house.clock, Path.of("target/tampered-register.key"));
  }

  Entry.Place place(int version) {
    return house.cases.entries(victim).get(version - 1).entry().place();
  }

  /** What both checks find after these statements; {@code @} stands for the victim's id. */
  Register.Report after(String... statements) {
    return after(
        jdbc -> {
          for (var statement : statements) {
            int rows = jdbc.update(statement.replace("@", "'" + victim.value() + "'"));
            if (rows == 0 && !statement.startsWith("alter")) {
              throw new AssertionError("changed nothing: " + statement);
            }
          }
        });
  }

  Register.Report after(Consumer<JdbcTemplate> change) {
    var settings = house.database.settings();
    try (var connection =
        DriverManager.getConnection(
            settings.url(), settings.owner(), String.valueOf(settings.ownerPassword()))) {
      connection.setAutoCommit(false);
      var source = new SingleConnectionDataSource(connection, true);
      change.accept(new JdbcTemplate(source));
      var live = TestingRegister.within(source).verify();
      var exported =
          TestingRegister.verified(TestingRegister.exported(TestingRegister.within(source)));
      connection.rollback();
      if (!live.equals(exported)) {
        throw new AssertionError("live " + live + " but on the export " + exported);
      }
      return live;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The rows that were found, first first. */
  static List<String> rows(Register.Report report) {
    return report.findings().stream().map(f -> f.kind().code() + " " + f.row()).toList();
  }
}
