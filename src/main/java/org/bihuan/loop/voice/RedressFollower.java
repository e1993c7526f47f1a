package org.bihuan.loop.voice;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Opening;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.procedures.StateRule;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Opens the mending that a bad rating asks for, and keeps which ratings are left out of scores. */
@Component
class RedressFollower implements Follower {

  private static final int LONGEST_TITLE = 200;
  private static final List<String> CARRIED =
      List.of("ratingReason", "complex", "confidential", "anonymous", "reported");

  private final VoiceSql sql;
  private final Cases cases;
  private final Clock clock;
  private final Set<String> unscored;
  private final Rules rules = DataFile.resource("voice/redress.yaml").as(Rules.class);

  RedressFollower(VoiceSql sql, Cases cases, Procedures procedures, Clock clock) {
    this.unscored =
        procedures.latest(rules.procedure()).states().values().stream()
            .filter(StateRule::unscored)
            .map(StateRule::id)
            .collect(Collectors.toSet());
    this.sql = sql;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Which ratings set a mending going.
   *
   * @param procedure how the mending runs
   * @param grades bad ones
   * @param of kinds of matters
   */
  private record Rules(
      int version,
      String source,
      String origin,
      String procedure,
      Set<Integer> grades,
      Set<String> of) {}

  @Override
  public String name() {
    return "voice-redress";
  }

  @Override
  public void follow(List<Entry> entries) {
    for (var entry : entries) {
      if (rules.grades().contains(grade(entry))) {
        cases.find(new CaseId(entry.caseId())).ifPresent(file -> rated(file, entry));
      } else if (!entry.from().equals(entry.to()) && unscored.contains(entry.to())) {
        // nothing to do for one that was entered by hand
        sql.leaveOut(entry.caseId());
      }
    }
  }

  private static int grade(Entry entry) {
    var data = entry.content().data();
    return data == null ? 0 : data.path("facts").path("rating").asInt(0);
  }

  private void rated(CaseView file, Entry entry) {
    var rule = cases.procedure(file).acts().get(entry.act());
    boolean concerned = rules.of().contains(file.identity().procedure());
    if (concerned && rule != null && rule.has(ActRule.Flag.RATES)) {
      open(file, entry, grade(entry));
    }
  }

  private void open(CaseView file, Entry entry, int grade) {
    var id = new CaseId(Uuid7.next(clock));
    var title = "差评整改：" + file.subject().title();
    var opening =
        new Opening(
            id,
            rules.procedure(),
            null,
            title.substring(0, title.offsetByCodePoints(0, shown(title))),
            file.subject().area(),
            file.unit(),
            file.subject().applicant(),
            "internal",
            null,
            facts(file, entry, grade),
            Actor.CLOCK);
    switch (cases.open(List.of(opening)).getFirst()) {
      case Decision.Accepted _ -> sql.opened(entry, id);
      case Decision.Refused refused ->
          throw new IllegalStateException("a mending was refused: " + refused.refusal().code());
    }
  }

  private static int shown(String title) {
    return Math.min(LONGEST_TITLE, title.codePointCount(0, title.length()));
  }

  private static ObjectNode facts(CaseView file, Entry entry, int grade) {
    var facts = JsonNodeFactory.instance.objectNode();
    facts.put("about", file.identity().number().value()).put("grade", grade);
    var data = entry.content().data();
    for (var name : CARRIED) {
      var said = data == null ? null : data.path("facts").get(name);
      var fact = said == null && !name.equals("ratingReason") ? file.facts().get(name) : said;
      if (fact != null) {
        facts.set(name, fact);
      }
    }
    return facts;
  }
}
