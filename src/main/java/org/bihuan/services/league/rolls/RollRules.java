package org.bihuan.services.league.rolls;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Sha256;
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.league.Newcomer;
import org.bihuan.services.league.organisations.Hand;
import org.bihuan.services.league.organisations.Organisation;
import org.bihuan.services.league.organisations.Organisation.Kind;
import org.bihuan.services.league.organisations.Tree;
import org.bihuan.services.league.rolls.RollReader.Line;
import org.bihuan.services.league.rules.RuleTable;
import org.bihuan.services.league.rules.RuleTable.Recommendation;
import org.jspecify.annotations.Nullable;

/** From the lines of a roll to members, or to everything that is wrong with a line. */
final class RollRules {

  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{4,30}");
  private static final String OUTSIDE = "outside";
  private static final List<String> ELSEWHERE = List.of("区外", "外地", OUTSIDE);

  private final RuleTable table;
  private final Hand hand;
  private final Map<String, Organisation> byName = new HashMap<>();
  private final Map<String, Organisation> fresh = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Function<Newcomer, List<FieldError>> person;
  private final Tree tree;

  RollRules(RuleTable table, Tree tree, Hand hand, Function<Newcomer, List<FieldError>> person) {
    this.table = table;
    this.tree = tree;
    this.hand = hand;
    this.person = person;
    tree.all().forEach(one -> byName.putIfAbsent(key(one.parent(), one.name().zh()), one));
    tree.all().forEach(one -> byName.putIfAbsent(key("*", one.name().zh()), one));
    tree.all().forEach(one -> byName.putIfAbsent(key("*", one.code()), one));
  }

  private static String key(@Nullable String parent, String name) {
    return (parent == null ? "" : parent) + "\n" + name;
  }

  /** A line that was looked at. */
  record Looked(Line line, @Nullable Newcomer newcomer, List<Text> faults) {}

  /** Schools and classes no tree has yet, parents before children. */
  List<Organisation> fresh() {
    return List.copyOf(fresh.values());
  }

  Looked look(Line line) {
    var faults = new ArrayList<Text>();
    number(line, faults);
    var home = home(line, faults);
    var day = Days.read(line.at(Column.DAY), faults);
    var answers = answers(line, faults);
    place(line, Column.RESIDENCE, answers, faults);
    place(line, Column.WORKPLACE, answers, faults);
    target(line, answers, faults);
    if (home == null || day == null) {
      return new Looked(line, null, faults);
    }
    var newcomer =
        new Newcomer(
            line.at(Column.NUMBER),
            line.at(Column.NAME),
            line.at(Column.PHONE),
            home,
            day,
            answers);
    person.apply(newcomer).forEach(fault -> faults.add(fault.message()));
    return new Looked(line, faults.isEmpty() ? newcomer : null, faults);
  }

  private void number(Line line, List<Text> faults) {
    var number = line.at(Column.NUMBER);
    if (!NUMBER.matcher(number).matches()) {
      faults.add(
          new Text(
              "团员编号应为4至30位字母、数字或横线", "A member number has 4 to 30 letters, digits or hyphens"));
    } else if (!seen.add(number)) {
      faults.add(new Text("团员编号在表中重复", "The member number stands twice in the table"));
    }
  }

  /** The class branch; schools are made only by the committee, classes by the school too. */
  private @Nullable String home(Line line, List<Text> faults) {
    var school = line.at(Column.SCHOOL);
    var branch = line.at(Column.CLASS);
    if (school.isEmpty() || branch.isEmpty()) {
      faults.add(new Text("缺少学校或班级团支部", "School or class branch is missing"));
      return null;
    }
    var at = byName.get(key("*", school));
    if (at != null && at.kind() != Kind.SCHOOL) {
      faults.add(new Text("这个名称不是学校", "This is no school"));
      return null;
    }
    if (at == null ? !hand.committee() : !hand.speaksFor(at.code())) {
      faults.add(new Text("不是您的学校", "Not your school"));
      return null;
    }
    var found = at == null ? made(school, Kind.SCHOOL, null) : at;
    var home = byName.get(key(found.code(), branch));
    return (home == null ? made(branch, Kind.CLASS, found.code()) : home).code();
  }

  private Organisation made(String name, Kind kind, @Nullable String parent) {
    var print = Sha256.hex(key(parent, name), 6);
    var code = (parent == null ? "school" : parent) + "-" + print;
    boolean branch = kind == Kind.CLASS;
    var one = new Organisation(code, kind, parent, new Text(name, name), null, branch);
    fresh.put(code, one);
    byName.put(key(parent, name), one);
    byName.putIfAbsent(key("*", name), one);
    return one;
  }

  private Map<String, String> answers(Line line, List<Text> faults) {
    var given = new HashMap<String, String>();
    given.put("next", line.at(Column.NEXT));
    given.put("organised", line.at(Column.ORGANISED));
    given.put("place", line.at(Column.PLACE));
    given.put("stay", line.at(Column.STAY));
    return switch (table.advise(given)) {
      case Recommendation.Fires(_, var read) -> new HashMap<>(read);
      case Recommendation.Asks(_, var read) -> new HashMap<>(read);
      case Recommendation.Unknown(var question, var word) -> {
        faults.add(
            new Text(
                "“" + question.text().zh() + "”没有这个答案：" + word,
                "No such answer to “" + question.text().en() + "”: " + word));
        yield new HashMap<>();
      }
    };
  }

  private void place(Line line, Column column, Map<String, String> answers, List<Text> faults) {
    var said = line.at(column);
    if (said.isEmpty()) {
      return;
    }
    var key = column == Column.RESIDENCE ? "residence" : "workplace";
    if (ELSEWHERE.contains(said)) {
      answers.put(key, OUTSIDE);
      return;
    }
    var street = street(said);
    if (street.isPresent()) {
      answers.put(key, String.valueOf(street.get().area()));
    } else {
      faults.add(
          new Text("没有这个街道：" + said + "（区外请写“区外”）", "No such street: " + said + " (outside: 区外)"));
    }
  }

  private Optional<Organisation> street(String said) {
    return tree.all().stream()
        .filter(one -> one.kind() == Kind.STREET)
        .filter(one -> said.equals(one.area()) || one.name().zh().startsWith(said))
        .findFirst()
        .or(() -> said.matches("\\d{9,15}") ? tree.street(said) : Optional.empty());
  }

  private void target(Line line, Map<String, String> answers, List<Text> faults) {
    var said = line.at(Column.TARGET);
    if (said.isEmpty()) {
      return;
    }
    var found =
        ELSEWHERE.contains(said) ? byName.get(key("*", OUTSIDE)) : byName.get(key("*", said));
    if (found == null) {
      faults.add(
          new Text(
              "没有这个接收团组织：" + said + "（可留空，或由团区委先登记）",
              "No such receiver: " + said + "; leave it empty or have it registered"));
    } else {
      answers.put("target", found.code());
    }
  }
}
