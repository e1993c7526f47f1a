package org.bihuan.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.TestingStaff;
import org.bihuan.foundation.access.entry.TestingEntry;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserCommandTests {

  private final Staff staff = TestingStaff.fresh();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return UserCommand.line(() -> staff, TestingEntry::factors, TestingEntry::firstAdmin)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  private int addLimei(String... more) {
    var all = new ArrayList<>(List.of(more));
    all.addAll(
        List.of("add", "limei", "--name", "李梅", "--unit", "street-051", "--role", "clerk,handler"));
    return run(all.toArray(String[]::new));
  }

  @Nested
  class Adding {

    @Test
    void printsThePasswordOnceInATable() {
      assertThat(addLimei()).isZero();
      assertThat(out.toString())
          .contains("login", "李梅", "clerk handler", "password")
          .containsPattern("[a-z2-9]{4}(-[a-z2-9]{4}){4}");
      assertThat(staff.find("limei").orElseThrow().roles())
          .containsExactlyInAnyOrder(Role.CLERK, Role.HANDLER);
    }

    @Test
    void takesTheFormatBeforeOrAfter() {
      addLimei("--format", "json");
      assertThat(out.toString()).startsWith("[{\"login\":\"limei\",\"name\":\"李梅\"");
      out.getBuffer().setLength(0);
      run("list", "--format", "json");
      assertThat(out.toString())
          .isEqualTo(
              "[{\"login\":\"limei\",\"name\":\"李梅\",\"unit\":\"street-051\","
                  + "\"roles\":\"clerk handler\",\"active\":\"true\"}]\n");
    }

    @Test
    void tellsARefusalAndExitsWithOne() {
      addLimei();
      out.getBuffer().setLength(0);
      assertThat(addLimei()).isOne();
      assertThat(out.toString()).isEmpty();
      assertThat(err.toString()).contains("login-taken", "登录名已被使用", "The login name is taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add", "add limei", "role limei", "nothing", "list --format xml"})
    void exitsWithTwoForWrongUse(String line) {
      assertThat(run(line.split(" ", -1))).isEqualTo(2);
    }
  }

  @Nested
  class Changing {

    @Test
    void setsRolesResetsAndDisables() {
      addLimei();
      assertThat(run("role", "limei", "caller")).isZero();
      assertThat(staff.find("limei").orElseThrow().roles()).isEqualTo(Set.of(Role.CALLER));
      assertThat(run("reset", "limei")).isZero();
      assertThat(run("disable", "limei")).isZero();
      assertThat(staff.find("limei").orElseThrow().active()).isFalse();
      assertThat(run("disable", "limei")).isOne();
      assertThat(run("reset", "nobody")).isOne();
    }
  }

  @Nested
  class Tokens {

    @Test
    void areMadeAndRevoked() {
      addLimei();
      assertThat(run("token", "create", "limei", "热线", "--days", "30")).isZero();
      assertThat(out.toString()).contains("bihuan_", "热线");
      assertThat(run("token", "revoke", "limei", "热线")).isZero();
      assertThat(run("token", "revoke", "limei", "热线")).isOne();
      assertThat(run("token", "create", "limei", "x", "--days", "9999")).isOne();
    }
  }

  @Nested
  class Printing {

    @Test
    void keepsFormulasOutOfSpreadsheets() {
      var rows = List.of(List.of("=1+1", "a,\"b\""));
      var listing = new Listing(List.of("x", "y"), rows);
      assertThat(listing.rendered(Listing.Format.CSV))
          .isEqualTo("x,y\r\n'=1+1,\"a,\"\"b\"\"\"\r\n");
    }
  }
}
