package org.bihuan.loop.diagrams;

import static org.bihuan.loop.diagrams.Markdown.name;
import static org.bihuan.loop.diagrams.Markdown.names;
import static org.bihuan.loop.diagrams.Markdown.sorted;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.ClockRule;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Proof;
import org.bihuan.loop.procedures.Source;
import org.jspecify.annotations.Nullable;

/** The handbook of a procedure: what its file says, in tables for people, with its diagram. */
public final class Handbook {

  private final Markdown out = new Markdown();
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
    out.line("<!-- made by `bihuan procedures draw`; edit the procedure file instead -->");
    head();
    out.paragraph("## 证明 Proof");
    out.line(summary(Proof.of(procedure, items)));
    states();
    acts();
    clocks();
    itemClocks(items.stream().filter(item -> item.procedure().equals(procedure.id())).toList());
    return out.toString();
  }

  private void head() {
    out.paragraph("# " + both(procedure.title()));
    out.paragraph(both(procedure.summary()));
    out.paragraph(
        "`%s` revision %d · case letter %s · %s"
            .formatted(
                procedure.id(),
                procedure.revision(),
                procedure.letter(),
                source(procedure.source())));
    out.paragraph("![%s](%s.svg)".formatted(procedure.title().en(), procedure.id()));
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

  private void states() {
    out.table("状态 States", "state", "名称 title", "责任人 owner", "本人看到 the person reads");
    for (var state : procedure.states().values()) {
      var owner = state.end() ? both(Ink.look(null).name()) : role(state.owner());
      out.row(name(state.id()), both(state.title()), owner, both(state.plain()));
    }
  }

  private static String role(@Nullable Role role) {
    return role == null ? "–" : both(Ink.look(role).name());
  }

  private void acts() {
    out.table("环节 Acts", "act", "名称 title", "从 → 到 from → to", "谁 who", "说明 notes");
    for (var act : procedure.acts().values()) {
      var from = act.from().isEmpty() ? "–" : names(inFileOrder(act.from()));
      var who = act.who().stream().sorted().map(Handbook::role).collect(Collectors.joining("、"));
      var to = act.to() == null ? "=" : name(act.to());
      out.row(name(act.id()), both(act.title()), from + " → " + to, who, ActNotes.of(act));
    }
  }

  private List<String> inFileOrder(Collection<String> states) {
    return procedure.states().keySet().stream().filter(states::contains).toList();
  }

  private void clocks() {
    out.table(
        "时钟 Clocks",
        "clock",
        "名称 title",
        "起 → 止 begins → ends",
        "期限 limit",
        "到期 then",
        "依据 source");
    for (var clock : procedure.clocks().values()) {
      out.row(
          name(clock.id()),
          both(clock.title()),
          moments(clock),
          limits(clock),
          names(clock.expires()),
          source(clock.source()));
    }
  }

  private static String limits(ClockRule clock) {
    var tiers = clock.tiers().stream().map(Handbook::tier).collect(Collectors.joining("<br>"));
    return clock.extension() == null
        ? tiers
        : tiers + "<br>可延长 extension " + both(Ink.limit(clock.extension()));
  }

  private void itemClocks(List<Item> items) {
    if (items.stream().allMatch(item -> item.clocks().isEmpty())) {
      return;
    }
    out.table("事项另有规定 Items", "item", "clock", "起 begins", "期限 limit", "依据 source");
    for (var item : items) {
      item.clocks().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(clock -> itemClock(item, clock.getKey(), clock.getValue()));
    }
  }

  private void itemClock(Item item, String clock, Item.ItemClock change) {
    out.row(
        both(item.title()),
        name(clock),
        sorted(change.begins()),
        tier(new ClockRule.Tier(null, change.limit(), change.promised())),
        source(change.source()));
  }

  private static String moments(ClockRule clock) {
    return sorted(clock.begins()) + " → " + sorted(clock.ends());
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
