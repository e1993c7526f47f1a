package org.bihuan.loop.diagrams;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.ClockRule;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Proof;
import org.bihuan.loop.procedures.Source;
import org.jspecify.annotations.Nullable;

/** The handbook of a procedure: what its file says, in tables for people, with its diagram. */
public final class Handbook {

  private final StringBuilder out = new StringBuilder();
  private final Procedure procedure;

  private Handbook(Procedure procedure) {
    this.procedure = procedure;
  }

  /**
   * The files of a procedure's documentation by name: {@code <id>.md} and {@code <id>.svg}. The
   * same procedure and items always give the same bytes.
   *
   * @param items all items; those of other procedures are left out
   */
  public static Map<String, String> files(Procedure procedure, List<Item> items) {
    var files = new LinkedHashMap<String, String>();
    files.put(procedure.id() + ".md", new Handbook(procedure).page(items));
    files.put(procedure.id() + ".svg", Diagrams.svg(procedure));
    return files;
  }

  private String page(List<Item> items) {
    line("<!-- made by `bihuan procedures draw`; edit the procedure file instead -->");
    line("# " + both(procedure.title()));
    line("");
    line(both(procedure.summary()));
    line("");
    line(
        "`%s` revision %d · case letter %s · %s"
            .formatted(
                procedure.id(),
                procedure.revision(),
                procedure.letter(),
                source(procedure.source())));
    line("");
    line("![%s](%s.svg)".formatted(procedure.title().en(), procedure.id()));
    line("");
    line("## 证明 Proof");
    line("");
    line(summary(Proof.of(procedure, items)));
    states();
    acts();
    clocks(items);
    return out.toString();
  }

  /** What a proof says, in one paragraph. */
  public static String summary(Proof proof) {
    return switch (proof) {
      case Proof.Closes closes ->
          ("闭环已证明：%1$d种情形、%2$d套时钟、%3$d步，均不会丢件。"
                  + " Proved to close: %1$d configurations with %2$d sets of clocks and %3$d moves;"
                  + " no matter can get lost in any of them.")
              .formatted(closes.configurations(), closes.variants(), closes.moves());
      case Proof.Breaks breaks ->
          breaks.counterexamples().stream()
              .map(Proof.Counterexample::toString)
              .collect(Collectors.joining("\n"));
    };
  }

  private void line(String line) {
    out.append(line).append('\n');
  }

  private void table(String title, String... columns) {
    line("");
    line("## " + title);
    line("");
    line("| " + String.join(" | ", columns) + " |");
    line("|" + "---|".repeat(columns.length));
  }

  private void row(String... cells) {
    var safe = List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).toList();
    line("| " + String.join(" | ", safe) + " |");
  }

  private void states() {
    table("状态 States", "state", "名称 title", "责任人 owner", "本人看到 the person reads");
    for (var state : procedure.states().values()) {
      var owner = state.end() ? both(Ink.look(null).name()) : role(state.owner());
      row("`" + state.id() + "`", both(state.title()), owner, both(state.plain()));
    }
  }

  private static String role(@Nullable Role role) {
    return role == null ? "–" : both(Ink.look(role).name());
  }

  private void acts() {
    table("环节 Acts", "act", "名称 title", "从 → 到 from → to", "谁 who", "说明 notes");
    for (var act : procedure.acts().values()) {
      var from = act.from().isEmpty() ? "–" : names(inFileOrder(act.from()));
      var who = act.who().stream().sorted().map(Handbook::role).collect(Collectors.joining("、"));
      var to = act.to() == null ? "=" : "`" + act.to() + "`";
      row("`" + act.id() + "`", both(act.title()), from + " → " + to, who, notes(act));
    }
  }

  private List<String> inFileOrder(Collection<String> states) {
    return procedure.states().keySet().stream().filter(states::contains).toList();
  }

  private static String notes(ActRule act) {
    var notes = new ArrayList<String>();
    act.flags().stream().sorted().forEach(flag -> notes.add(flag.name().toLowerCase(Locale.ROOT)));
    note(notes, "marks", act.effects().marks());
    note(notes, "stops", act.effects().stops());
    note(notes, "resumes", act.effects().resumes());
    note(notes, "extends", act.effects().extended());
    note(notes, "not by who did", act.otherThan());
    if (act.effects().since() != null) {
      notes.add("as of " + act.effects().since());
    }
    if (act.when() != null) {
      notes.add("when `" + act.when() + "`");
    }
    if (act.within() != null) {
      notes.add("within " + Ink.limit(act.within()).en());
    }
    return String.join("; ", notes);
  }

  private static void note(List<String> notes, String what, Collection<String> names) {
    if (!names.isEmpty()) {
      notes.add(what + " " + names(names.stream().sorted().toList()));
    }
  }

  private static String names(Collection<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" "));
  }

  private void clocks(List<Item> items) {
    table(
        "时钟 Clocks",
        "clock",
        "名称 title",
        "起 → 止 begins → ends",
        "期限 limit",
        "到期 then",
        "依据 source");
    for (var clock : procedure.clocks().values()) {
      row(
          "`" + clock.id() + "`",
          both(clock.title()),
          moments(clock),
          clock.tiers().stream().map(Handbook::tier).collect(Collectors.joining("<br>"))
              + (clock.extension() == null
                  ? ""
                  : "<br>可延长 extension " + both(Ink.limit(clock.extension()))),
          names(clock.expires()),
          source(clock.source()));
    }
    var own = items.stream().filter(item -> item.procedure().equals(procedure.id())).toList();
    if (own.stream().anyMatch(item -> !item.clocks().isEmpty())) {
      itemClocks(own);
    }
  }

  private void itemClocks(List<Item> items) {
    table("事项另有规定 Items", "item", "clock", "起 begins", "期限 limit", "依据 source");
    for (var item : items) {
      for (var entry :
          item.clocks().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
        var change = entry.getValue();
        row(
            both(item.title()),
            "`" + entry.getKey() + "`",
            names(change.begins().stream().sorted().toList()),
            tier(new ClockRule.Tier(null, change.limit(), change.promised())),
            source(change.source()));
      }
    }
  }

  private static String moments(ClockRule clock) {
    return names(clock.begins().stream().sorted().toList())
        + " → "
        + names(clock.ends().stream().sorted().toList());
  }

  private static String tier(ClockRule.Tier tier) {
    var text = both(Ink.limit(tier.limit()));
    if (tier.promised() != null) {
      text += "（承诺 promised " + both(Ink.limit(tier.promised())) + "）";
    }
    return tier.when() == null ? text : text + " when `" + tier.when() + "`";
  }

  private static String source(Source source) {
    return source.text() + "（" + both(Ink.origin(source.origin())) + "）";
  }

  private static String both(Text text) {
    return text.zh() + " " + text.en();
  }
}
