package org.bihuan.services.grids;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.intake.Retries;
import org.bihuan.services.grids.MatterList.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What grid workers write on their rounds. Whatever is sent twice with one key is one record; an
 * edit says which version it was made over, and where somebody else changed the same field
 * meanwhile both are kept until somebody chooses.
 */
@Component
public class Records {

  /** More than anybody does in a day. */
  private static final int SHOWN = 60;

  private static final Duration REMEMBERED = Duration.ofDays(60);

  private final RecordSql sql;
  private final ClashSql clashes;
  private final Posts posts;
  private final MatterList matters;
  private final Passing passing;
  private final Clock clock;

  Records(
      RecordSql sql,
      ClashSql clashes,
      Posts posts,
      MatterList matters,
      Passing passing,
      Clock clock) {
    this.sql = sql;
    this.clashes = clashes;
    this.posts = posts;
    this.matters = matters;
    this.passing = passing;
    this.clock = clock;
  }

  /** What became of something that was sent. */
  public sealed interface Sent {

    /** It is kept: in the record with this id. */
    record Kept(UUID record) implements Sent {}

    /** It is kept apart until somebody chooses: two changed the same. */
    record Clashing(UUID clash) implements Sent {}

    /** Something is wrong with it; nothing was stored. */
    record Wrong(List<FieldError> errors) implements Sent {

      public Wrong {
        errors = List.copyOf(errors);
      }
    }

    /** There is no such record for this worker. */
    record Unknown() implements Sent {}
  }

  /**
   * Keeps what was written on a round; the caller sees to it that it is kept once.
   *
   * @param typed as the page of captures sends it
   */
  @Transactional
  public Sent write(Typed typed, Actor actor) {
    return capture(Capture.of(typed), actor);
  }

  private Sent capture(Capture capture, Actor actor) {
    var held = posts.of(actor);
    var matter = matters.find(capture.matter()).orElse(null);
    var grids = held.stream().map(GridPost::grid).collect(Collectors.toSet());
    var errors = CaptureRules.faults(capture, grids, matter, clock.instant());
    if (!errors.isEmpty() || matter == null) {
      return new Sent.Wrong(errors);
    }
    var office =
        held.stream().filter(post -> post.grid().equals(capture.grid())).findFirst().orElseThrow();
    if (!becomesMatter(capture)) {
      return new Sent.Kept(add(capture, null, actor));
    }
    return switch (passing.pass(capture, matter, actor, office.phone())) {
      case Passing.Passed.Wrong(var wrong) -> new Sent.Wrong(wrong);
      case Passing.Passed.On(var file) -> new Sent.Kept(add(capture, file, actor));
    };
  }

  /** What is passed on, and what a resident raised and now has to confirm. */
  private static boolean becomesMatter(Capture capture) {
    return capture.outcome() == Capture.Outcome.PASSED || capture.raisedBy() != null;
  }

  private UUID add(Capture capture, @Nullable CaseView file, Actor actor) {
    var now = clock.instant();
    var outcome = capture.outcome();
    if (outcome == null) {
      throw new IllegalStateException("a capture without an outcome was taken for sound");
    }
    var record =
        new RecordFile(
            Uuid7.next(clock),
            capture.grid(),
            Kind.of(capture.kind()).orElseThrow(),
            capture.matter(),
            CaptureRules.state(outcome),
            file == null ? null : file.identity().id().value(),
            actor.id(),
            CaptureRules.written(capture.writtenAt(), now),
            1,
            capture.fields());
    sql.add(record, Uuid7.next(clock), now);
    return record.id();
  }

  /** Changes what a record says, made over one of its versions. */
  @Transactional
  public Sent amend(UUID id, long base, Map<String, String> fields, Actor actor) {
    var found = sql.lock(id).filter(file -> reaches(file, actor));
    var before = found.flatMap(file -> sql.said(id, base));
    if (found.isEmpty() || before.isEmpty()) {
      return new Sent.Unknown();
    }
    var mine = RecordFields.cleaned(fields);
    var errors = RecordFields.faults(mine, ChinaTime.day(clock.instant()));
    if (!errors.isEmpty()) {
      return new Sent.Wrong(errors);
    }
    var file = found.get();
    var merged = RecordFields.merge(before.get(), file.fields(), mine);
    if (!merged.clashing().isEmpty()) {
      var clash = Uuid7.next(clock);
      var said = new LinkedHashMap<>(before.get());
      said.putAll(mine);
      clashes.add(new ClashSql.Clash(clash, id, base, actor.id(), clock.instant(), said));
      return new Sent.Clashing(clash);
    }
    store(file, merged.fields(), actor);
    return new Sent.Kept(id);
  }

  private void store(RecordFile file, Map<String, String> fields, Actor actor) {
    if (!fields.equals(file.fields())) {
      sql.move(file.saying(fields), Uuid7.next(clock), actor.id(), clock.instant());
    }
  }

  /** Ends a clash as somebody chose for each field: mine, theirs or both. */
  @Transactional
  public Sent settle(UUID clash, Map<String, String> choices, long seen, Actor actor) {
    var open = clashes.find(clash).orElse(null);
    var file = open == null ? null : sql.lock(open.record()).orElse(null);
    if (open == null || file == null || !reaches(file, actor)) {
      return new Sent.Unknown();
    }
    if (file.version() != seen) {
      return new Sent.Clashing(clash);
    }
    var merged = merged(open, file);
    var fields = new LinkedHashMap<>(merged.fields());
    var errors = new ArrayList<FieldError>();
    for (var name : merged.clashing()) {
      var how = choices.getOrDefault(name, "");
      if (how.isEmpty()) {
        errors.add(RecordFields.wrong(name, "required", "请选择保留哪一个", "Choose which to keep"));
      }
      var mine = open.fields().getOrDefault(name, "");
      fields.put(name, RecordFields.chosen(name, how, file.field(name), mine));
    }
    errors.addAll(RecordFields.faults(fields, ChinaTime.day(clock.instant())));
    if (!errors.isEmpty()) {
      return new Sent.Wrong(errors);
    }
    store(file, fields, actor);
    clashes.settle(clash, actor.id(), clock.instant());
    return new Sent.Kept(file.id());
  }

  /** How a kept edit meets what is there now. */
  RecordFields.Merged merged(ClashSql.Clash clash, RecordFile now) {
    var before = sql.said(clash.record(), clash.base()).orElseThrow();
    return RecordFields.merge(before, now.fields(), clash.fields());
  }

  /** A record somebody may read and change: of a grid beside their own or their own. */
  @Transactional(readOnly = true)
  public Optional<RecordHistory> find(UUID id, Actor actor) {
    return sql.find(id)
        .filter(file -> reaches(file, actor))
        .map(file -> new RecordHistory(file, sql.versions(id), clashes.open(id)));
  }

  /** A clash nobody has settled, with the record. */
  @Transactional(readOnly = true)
  public Optional<ClashSheet> clash(UUID id, Actor actor) {
    return clashes
        .find(id)
        .flatMap(
            clash ->
                sql.find(clash.record())
                    .filter(file -> reaches(file, actor))
                    .map(file -> ClashSheet.of(clash, file, merged(clash, file))));
  }

  /** Colleagues of one community stand in for each other. */
  private boolean reaches(RecordFile file, Actor actor) {
    int community = file.grid().length() - 3;
    var around = file.grid().substring(0, community);
    return posts.of(actor).stream().anyMatch(post -> post.grid().startsWith(around));
  }

  /** For {@link Retries}: the answer that is kept with a key. */
  static Retries.Answer answer(Sent sent) {
    return switch (sent) {
      case Sent.Kept(var record) -> new Retries.Answer(201, "record " + record);
      case Sent.Clashing(var clash) -> new Retries.Answer(202, "clash " + clash);
      case Sent.Wrong _ -> new Retries.Answer(422, "");
      case Sent.Unknown _ -> new Retries.Answer(404, "");
    };
  }

  /** Where somebody has to come again until a day, in some grids. */
  @Transactional(readOnly = true)
  public List<RecordFile> due(Collection<String> grids, LocalDate until) {
    return sql.due(grids, until, SHOWN);
  }

  /** The latest of some grids. */
  @Transactional(readOnly = true)
  public List<RecordFile> latest(Collection<String> grids) {
    return sql.latest(grids, SHOWN);
  }

  /** What somebody opened matters for in the last weeks. */
  @Transactional(readOnly = true)
  public List<RecordFile> passed(Actor actor) {
    return sql.passed(actor.id(), clock.instant().minus(REMEMBERED), SHOWN);
  }
}
