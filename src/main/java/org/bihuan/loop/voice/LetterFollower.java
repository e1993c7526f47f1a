package org.bihuan.loop.voice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.letters.Letters;
import org.bihuan.foundation.letters.Wish;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.ClockRun;
import org.bihuan.loop.cases.register.Entry;
import org.bihuan.loop.cases.register.Follower;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Procedure;
import org.springframework.stereotype.Component;

/**
 * Tells people what the register tells: their matter was received, waits for them, was answered,
 * takes longer, is late. Parts of a matter are silent; the matter itself speaks once.
 */
@Component
class LetterFollower implements Follower {

  private static final DateTimeFormatter ZH =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
  private static final DateTimeFormatter EN =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final Text NO_DAY = new Text("尽快", "soon");

  private final Cases cases;
  private final Letters letters;

  LetterFollower(Cases cases, Letters letters) {
    this.cases = cases;
    this.letters = letters;
  }

  @Override
  public String name() {
    return "voice-letters";
  }

  @Override
  public void follow(List<Entry> entries) {
    var ids = entries.stream().map(e -> new CaseId(e.caseId())).collect(Collectors.toSet());
    var files = cases.find(ids);
    var wishes = new ArrayList<Wish>();
    for (var entry : entries) {
      var file = files.get(new CaseId(entry.caseId()));
      if (file != null && file.subject().parent() == null && !file.anonymous()) {
        wish(file, entry).ifPresent(wishes::add);
      }
    }
    letters.send(wishes);
  }

  private Optional<Wish> wish(CaseView file, Entry entry) {
    var procedure = cases.procedure(file);
    return kind(procedure, entry)
        .map(
            kind ->
                wish(kind, Objects.requireNonNull(procedure.acts().get(entry.act())), file, entry));
  }

  /** What an entry is to the person; empty for what they did themselves and what is among staff. */
  static Optional<String> kind(Procedure procedure, Entry entry) {
    var rule = procedure.acts().get(entry.act());
    if (rule == null) {
      return Optional.empty();
    }
    if (rule.id().equals(ActRule.OPEN)) {
      return Optional.of("received");
    }
    if (entry.role() == Role.APPLICANT) {
      return Optional.empty();
    }
    if (!rule.effects().extended().isEmpty()) {
      return Optional.of("extended");
    }
    return moved(procedure, rule, entry);
  }

  private static Optional<String> moved(Procedure procedure, ActRule rule, Entry entry) {
    var state = procedure.states().get(entry.to());
    boolean theirs = state != null && state.owner() == Role.APPLICANT;
    if (rule.has(ActRule.Flag.ANSWERS)) {
      return Optional.of(theirs ? "answered" : "decided");
    }
    if (theirs && !entry.from().equals(entry.to())) {
      return Optional.of("wanted");
    }
    if (rule.has(ActRule.Flag.TELLS)) {
      return Optional.of("went-on");
    }
    boolean late = rule.automatic() && state != null && state.owner() == Role.LEADER;
    return late ? Optional.of("overdue") : Optional.empty();
  }

  private static Wish wish(String kind, ActRule rule, CaseView file, Entry entry) {
    var number = file.identity().number().value();
    var code = file.identity().code().grouped();
    return new Wish(
        entry.caseId() + ":" + entry.version(),
        file.subject().applicant(),
        entry.caseId(),
        kind,
        List.of(
            new Text(number, number),
            new Text(code, code),
            day(rule, file, entry),
            rule.plain() == null ? rule.title() : rule.plain()),
        entry.at());
  }

  /** The day that was promised, or that the law sets, of what began or was extended with it. */
  private static Text day(ActRule rule, CaseView file, Entry entry) {
    return file.clocks().stream()
        .filter(
            run ->
                run.startedAt().equals(entry.at())
                    || (run.open() && rule.effects().extended().contains(run.clock())))
        .map(LetterFollower::lastDay)
        .min(LocalDate::compareTo)
        .map(day -> new Text(day.format(ZH), day.format(EN)))
        .orElse(NO_DAY);
  }

  private static LocalDate lastDay(ClockRun run) {
    var promised = run.promisedDay();
    return promised != null && run.terms().extended() == 0
        ? promised
        : ChinaTime.day(run.due().at().minusMillis(1));
  }
}
