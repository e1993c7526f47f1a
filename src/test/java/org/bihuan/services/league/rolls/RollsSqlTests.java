package org.bihuan.services.league.rolls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.TestApp;
import org.bihuan.TestWork;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.services.league.Members;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of members: what is refused, what is taken in, and that nothing comes in twice. */
@TestApp
class RollsSqlTests {

  private static final AtomicInteger COUNT = new AtomicInteger();

  @Autowired private Rolls rolls;
  @Autowired private Members members;
  @Autowired private Organisations organisations;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestWork work;

  private final Hand committee = hand(true, Set.of());
  private final String school = "导入中学" + COUNT.incrementAndGet();

  @BeforeEach
  void begin() {
    work.begin();
  }

  private static Hand hand(boolean committee, Set<String> reach) {
    var unit = committee ? Organisations.UNIT : "league-branches";
    var actor = new Actor(UUID.randomUUID(), "h", Set.of(Role.HANDLER), unit);
    return new Hand(actor, List.copyOf(reach), reach, committee, Set.of());
  }

  private static byte[] sheet(List<List<String>> rows) {
    return Sheet.write("r", Arrays.stream(Column.values()).map(Column::title).toList(), rows);
  }

  private List<String> row(String name, String... last) {
    int n = COUNT.incrementAndGet();
    var row =
        new ArrayList<>(
            List.of("R%07d".formatted(n), name, "136%08d".formatted(n), school, "一班", "2026/6/30"));
    row.addAll(List.of(last));
    return row;
  }

  private Preview seen(byte[] content, Hand hand) {
    return switch (rolls.give("名单.xlsx", content, hand)) {
      case Rolls.Given.Seen(var preview) -> preview;
      case Rolls.Given.Refused(var why) -> throw new AssertionError(why);
    };
  }

  private RollRefusal refused(byte[] content) {
    return switch (rolls.give("名单.xlsx", content, committee)) {
      case Rolls.Given.Refused(var why) -> why;
      case Rolls.Given.Seen seen -> throw new AssertionError(seen);
    };
  }

  @Nested
  class Giving {

    @Test
    void isRefusedForWhatIsNoTable() {
      assertThat(refused("a,b,c".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
          .isEqualTo(RollRefusal.NOT_A_SHEET);
      assertThat(refused(new byte[RollReader.LARGEST + 1])).isEqualTo(RollRefusal.TOO_LARGE);
      assertThat(refused(Sheet.write("x", List.of("姓名"), List.of(List.of("张三")))))
          .isEqualTo(RollRefusal.NO_HEAD);
      assertThat(refused(sheet(List.of()))).isEqualTo(RollRefusal.EMPTY);
    }

    @Test
    void namesEveryFaultOfALineAndTakesNothingIn() {
      var good = row("张三丰", "升学");
      var twice = new ArrayList<>(row("李四光"));
      twice.set(0, good.getFirst());
      var bad = new ArrayList<>(row("王五", "去火星", "", "", "", "火星街道"));
      bad.set(2, "12");
      bad.set(5, "夏天");
      var preview = seen(sheet(List.of(good, twice, bad)), committee);
      assertThat(preview.sound()).isEqualTo(1);
      assertThat(preview.fresh()).extracting(one -> one.name().zh()).containsExactly(school, "一班");
      assertThat(preview.first()).extracting(Preview.Fault::line).containsExactly(3, 4);
      assertThat(preview.first().getFirst().why().zh()).contains("重复");
      assertThat(preview.first().getLast().why().zh()).contains("去火星", "火星街道", "2026-06-30");
      assertThat(organisations.tree().all()).noneMatch(one -> one.name().zh().equals(school));
    }

    @Test
    void isOnlyForTheOwnSchool() {
      var preview = seen(sheet(List.of(row("张三丰"))), hand(false, Set.of("street-050")));
      assertThat(preview.first().getFirst().why().zh()).contains("不是您的学校");
    }
  }

  @Nested
  class TakingIn {

    @Test
    void makesTheSchoolItsClassesAndTheMembersOnce() {
      var rows = List.of(row("张三丰", "升学"), row("李四光", "未就业", "", "", "转出", "古城街道"));
      var first = seen(sheet(rows), committee).roll().id();
      assertThat(rolls.take(first, committee).orElseThrow().counts())
          .isEqualTo(new Roll.Counts(2, 0, 0, 0));
      assertThat(rolls.take(first, committee).orElseThrow().counts().added()).isEqualTo(2);
      var more = new ArrayList<>(rows);
      more.set(1, new ArrayList<>(rows.get(1)));
      more.get(1).set(6, "参军");
      more.add(row("赵六六"));
      var second = seen(sheet(more), committee).roll().id();
      assertThat(rolls.take(second, committee).orElseThrow().counts())
          .isEqualTo(new Roll.Counts(1, 1, 1, 0));
      var home =
          organisations.tree().all().stream()
              .filter(o -> o.name().zh().equals(school))
              .findFirst()
              .orElseThrow();
      var reach = organisations.tree().reach(List.of(home.code()));
      assertThat(members.at(reach, "", 10))
          .hasSize(3)
          .anyMatch(one -> "army".equals(one.answers().get("next")));
      assertThat(organisations.tree().under(home.code())).hasSize(4);
    }

    @Test
    void goesOnWhereItStopped() {
      var rows = new ArrayList<List<String>>();
      for (int i = 0; i < 700; i++) {
        rows.add(row("陈小明"));
      }
      var id = seen(sheet(rows), committee).roll().id();
      rolls.take(id, committee);
      jdbc.sql("delete from league.roll_fault").update();
      jdbc.sql(
              """
              update league.roll set done = 500, added = 500, ended_at = null, content = :content
               where id = :id
              """)
          .param("id", id)
          .param("content", resealed(id, sheet(rows)))
          .update();
      assertThat(rolls.take(id, committee).orElseThrow().counts())
          .isEqualTo(new Roll.Counts(500, 0, 200, 0));
    }

    private byte[] resealed(UUID id, byte[] content) {
      return looking.closed(content, id);
    }

    @Test
    void keepsTheFileOfFaultsAndNoPersonalDataBesides() {
      var bad = new ArrayList<>(row("王五五"));
      bad.set(2, "1390");
      var id = seen(sheet(List.of(row("张三丰"), bad)), committee).roll().id();
      assertThat(rolls.take(id, committee).orElseThrow().counts().faulty()).isEqualTo(1);
      var file = rolls.faults(id, committee, Locale.CHINESE).orElseThrow();
      var read = (RollReader.Read.Lines) RollReader.read(file);
      assertThat(read.lines()).hasSize(1);
      assertThat(read.lines().getFirst().at(Column.NAME)).isEqualTo("王五五");
      assertThat(rolls.find(id, hand(false, Set.of()))).isEmpty();
    }
  }

  @Autowired private Looking looking;
}
