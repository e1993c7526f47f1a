package org.bihuan.loop.diagrams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bihuan.loop.procedures.ActRule;
import org.jspecify.annotations.Nullable;

/** What the handbook notes on an act besides who does it and where it leads. */
final class ActNotes {

  private final List<String> notes = new ArrayList<>();

  private ActNotes() {}

  static String of(ActRule act) {
    var all = new ActNotes();
    act.flags().stream().sorted().forEach(flag -> all.add(flag.name().toLowerCase(Locale.ROOT)));
    var effects = act.effects();
    all.add("marks ", effects.marks());
    all.add("stops ", effects.stops());
    all.add("resumes ", effects.resumes());
    all.add("extends ", effects.extended());
    all.add("not by who did ", act.otherThan());
    all.add("by the unit of ", act.by() == null ? null : Markdown.name(act.by()));
    all.add("hands to ", effects.hands() == null ? null : Markdown.name(effects.hands()));
    all.add("as of ", effects.since());
    all.add("when ", act.when() == null ? null : Markdown.name(act.when()));
    all.add("within ", act.within() == null ? null : within(act));
    all.add("or instead ", act.gate().instead());
    return String.join("; ", all.notes);
  }

  private static String within(ActRule act) {
    var limit = Ink.limit(Objects.requireNonNull(act.within())).en();
    var of = act.gate().of();
    return of == null ? limit : limit + " of " + of;
  }

  private void add(String note) {
    notes.add(note);
  }

  private void add(String what, @Nullable String value) {
    if (value != null) {
      notes.add(what + value);
    }
  }

  private void add(String what, Collection<String> names) {
    if (!names.isEmpty()) {
      notes.add(what + Markdown.sorted(names));
    }
  }
}
