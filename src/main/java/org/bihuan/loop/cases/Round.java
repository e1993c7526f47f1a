package org.bihuan.loop.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.loop.cases.CaseRows.Columns;
import org.bihuan.loop.cases.register.Written;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction stores: files moved, clocks turned, lanes counted, and what is new.
 *
 * @param moved files with the version they were read at
 * @param turned runs that were there before
 * @param lanes counters after the round
 * @param opened new files
 * @param begun new runs
 * @param entries what is appended, in order
 */
record Round(
    List<Moved> moved,
    List<OfCase> turned,
    List<CaseSql.Lane> lanes,
    List<CaseFile> opened,
    List<OfCase> begun,
    List<Written> entries) {

  /** A file after all its acts of the round, and the version it had before them. */
  record Moved(CaseFile file, long was) {}

  /** A run and the matter it belongs to. */
  record OfCase(UUID caseId, ClockRun run) {}

  /** How many rows each insert of the round adds, in the order they are sent. */
  List<Integer> addedRows() {
    var counts = new ArrayList<Integer>();
    if (!opened.isEmpty()) {
      counts.add(opened.size());
    }
    if (!begun.isEmpty()) {
      counts.add(begun.size());
    }
    counts.add(entries.size());
    return counts;
  }

  void fileColumns(Columns columns, int district) {
    columns
        .add("uuid", moved, m -> m.file().id().value())
        .add("text", moved, m -> m.file().state())
        .add("text", moved, m -> owner(m.file()))
        .add("text", moved, m -> m.file().unit())
        .add("uuid", moved, m -> m.file().handler())
        .add("text", moved, m -> CaseJson.write(m.file().memory().facts()))
        .add("text", moved, m -> CaseJson.write(m.file().memory().hands()))
        .add("text", moved, m -> CaseJson.write(m.file().memory().moments()))
        .add("int8", moved, m -> m.file().version())
        .add("int8", moved, Moved::was)
        .add("bytea", moved, m -> m.file().digest())
        .add("text", moved, m -> m.file().closedAt())
        .add("text", moved, m -> m.file().nearestDue())
        .then(district);
  }

  void clockColumns(Columns columns, int district) {
    columns
        .add("uuid", turned, OfCase::caseId)
        .add("text", turned, t -> t.run().clock())
        .add("int2", turned, t -> t.run().run())
        .add("text", turned, t -> t.run().status().code())
        .add("int4", turned, t -> t.run().terms().extended())
        .add("text", turned, t -> CaseJson.write(CaseJson.stops(t.run().stops())))
        .add("text", turned, t -> t.run().due().day())
        .add("text", turned, t -> t.run().due().at())
        .add("text", turned, t -> t.run().promisedDay())
        .add("bool", turned, t -> t.run().due().provisional())
        .add("text", turned, t -> t.run().firedAt())
        .add("text", turned, t -> t.run().endedAt())
        .then(district);
  }

  void laneColumns(Columns columns, int district) {
    columns
        .add("int2", lanes, CaseSql.Lane::lane)
        .add("int8", lanes, CaseSql.Lane::last)
        .add("text", lanes, CaseSql.Lane::day)
        .add("int4", lanes, CaseSql.Lane::opened)
        .then(district);
  }

  void openedColumns(Columns columns) {
    birthColumns(columns);
    columns
        .add("uuid", opened, CaseFile::handler)
        .add("uuid", opened, f -> f.birth().applicant())
        .add("text", opened, f -> f.birth().channel())
        .add("uuid", opened, f -> f.birth().parent())
        .add("int2", opened, f -> f.birth().level())
        .add("text", opened, f -> CaseJson.write(f.memory().facts()))
        .add("text", opened, f -> CaseJson.write(f.memory().hands()))
        .add("text", opened, f -> CaseJson.write(f.memory().moments()))
        .add("int8", opened, CaseFile::version)
        .add("bytea", opened, CaseFile::digest)
        .add("text", opened, f -> f.birth().openedAt())
        .add("text", opened, CaseFile::closedAt)
        .add("text", opened, CaseFile::nearestDue);
  }

  private void birthColumns(Columns columns) {
    columns
        .add("uuid", opened, f -> f.id().value())
        .add("int2", opened, f -> f.id().lane())
        .add("text", opened, f -> f.birth().number().value())
        .add("text", opened, f -> f.birth().code().value())
        .add("text", opened, f -> f.birth().running().procedure())
        .add("int4", opened, f -> f.birth().running().revision())
        .add("text", opened, f -> f.birth().running().item())
        .add("text", opened, CaseFile::state)
        .add("text", opened, Round::owner)
        .add("text", opened, f -> f.birth().title())
        .add("text", opened, f -> f.birth().area())
        .add("text", opened, CaseFile::unit);
  }

  void begunColumns(Columns columns) {
    columns
        .add("uuid", begun, OfCase::caseId)
        .add("text", begun, b -> b.run().clock())
        .add("int2", begun, b -> b.run().run())
        .add("text", begun, b -> b.run().status().code())
        .add("text", begun, b -> b.run().startedAt())
        .add("int4", begun, b -> b.run().terms().statutory().amount())
        .add("text", begun, b -> b.run().terms().statutory().unit().code())
        .add("text", begun, b -> promised(b.run()))
        .add("int4", begun, b -> b.run().terms().extended())
        .add("text", begun, b -> CaseJson.write(CaseJson.stops(b.run().stops())))
        .add("text", begun, b -> b.run().due().day())
        .add("text", begun, b -> b.run().due().at())
        .add("text", begun, b -> b.run().promisedDay())
        .add("bool", begun, b -> b.run().due().provisional())
        .add("text", begun, b -> b.run().firedAt())
        .add("text", begun, b -> b.run().endedAt());
  }

  void entryColumns(Columns columns) {
    columns
        .add("uuid", entries, w -> w.entry().caseId())
        .add("int8", entries, w -> w.entry().version())
        .add("text", entries, w -> w.entry().act())
        .add("text", entries, w -> w.entry().from())
        .add("text", entries, w -> w.entry().to())
        .add("text", entries, w -> w.entry().at())
        .add("uuid", entries, w -> w.entry().actor())
        .add("text", entries, w -> w.entry().role().code())
        .add("uuid", entries, w -> w.entry().onBehalf())
        .add("text", entries, w -> w.entry().content().note())
        .add("text", entries, Round::data)
        .add("bytea", entries, Written::salt)
        .add("bytea", entries, Written::commitment)
        .add("int2", entries, w -> w.entry().place().lane())
        .add("int8", entries, w -> w.entry().place().position())
        .add("bytea", entries, Written::digest);
  }

  private static @Nullable String owner(CaseFile file) {
    return CaseJson.code(file.owner());
  }

  private static @Nullable String promised(ClockRun run) {
    var promised = run.terms().promised();
    return promised == null ? null : promised.toString();
  }

  private static @Nullable String data(Written written) {
    var data = written.entry().content().data();
    return data == null ? null : CaseJson.write(data);
  }
}
