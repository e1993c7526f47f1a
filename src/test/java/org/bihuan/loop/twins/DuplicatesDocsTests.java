package org.bihuan.loop.twins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bihuan.loop.twins.LabelledReports.Report;
import org.bihuan.loop.twins.Measuring.Pair;
import org.junit.jupiter.api.Test;

/** The page of figures says what is measured; {@code -Dbihuan.docs=write} writes it anew. */
class DuplicatesDocsTests {

  private static final Path PAGE = Path.of("docs/duplicates.md");
  private static final String HEAD =
      """
      # Duplicates and suggestions: what was measured

      Generated from `twins/reports.tsv` and `twins/rules.yaml` by the build and compared with it (`-Dbihuan.docs=write` writes it
      anew). What is measured is the module [twins](modules/twins.md).

      **The set.** {reports} reports in {scenes} scenes, written for this purpose in the wording of hotline orders: dialect, typos, full-width
      digits, numbers in characters. A scene holds reports of one incident and of others that are easy to mix up with it: the same
      text about another building (*place*), another matter at the same place (*matter*), the same matter a year later (*time*).
      Every two reports of a scene are a pair. Scenes are split by the hash of their names; how common words are, the words for
      things and troubles, the weights and the thresholds come from the tuning half.

      **What the figures are not.** The reports are invented, and one hand wrote the reports of both halves and the lists of words; of
      the held-out half it has seen figures while tuning, not which pairs failed. Expect less on real orders. A district should label a few
      hundred of its own pairs before it trusts a threshold.

      ## Likely twins

      """;

  private static final String SUGGESTIONS =
      """

      ## Suggestions

      For each held-out report the {closest} closest earlier ones vote, each as strongly as a power of its likeness; place and time are
      left out. Earlier are the reports of the tuning half, or all but those of the report's own scene; what the list
      of items says of each item votes too. The unit is the one the duty
      list names for the item, since the set says no more. Where nothing earlier shares a thing, a trouble or a rare pair with the
      report, nothing is suggested. A fifth of the reports is *other* by the shipped list of items, a mixture that resembles nothing.

      """;

  private final Measuring measuring = new Measuring();

  @Test
  void thePageIsWhatIsMeasured() throws IOException {
    var page = page();
    if ("write".equals(System.getProperty("bihuan.docs"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().as("run with -Dbihuan.docs=write").isEqualTo(page);
  }

  @Test
  void findsMostTwinsAndFewOthersInTheHalfItWasNotTunedWith() {
    var pairs = measuring.pairs(true);
    double likely = measuring.measure.limits().likely();
    assertThat(Measuring.alarms(pairs, Pair::twins, likely).value()).isGreaterThan(0.85);
    assertThat(Measuring.alarms(pairs, DuplicatesDocsTests::hard, likely).value()).isLessThan(0.08);
    assertThat(Measuring.alarms(pairs, p -> !p.hard(), likely).value()).isLessThan(0.001);
  }

  private static boolean hard(Pair pair) {
    return pair.hard() && !pair.twins();
  }

  private String page() {
    var all = LabelledReports.all();
    var scenes = all.stream().map(LabelledReports.Report::scene).distinct().count();
    var page =
        new StringBuilder(
            HEAD.replace("{reports}", Integer.toString(all.size()))
                .replace("{scenes}", String.valueOf(scenes)));
    var tuning = measuring.pairs(false);
    var held = measuring.pairs(true);
    page.append("| from score | half | twins found | false alarms, same scene | other scenes |\n");
    page.append("|---|---|---|---|---|\n");
    var limits = measuring.measure.limits();
    for (double from : new double[] {limits.likely(), limits.same()}) {
      page.append(row("held out", held, from)).append(row("tuning", tuning, from));
    }
    page.append(
        "\n`%s` is shown as likely, `%s` is told to the person whose own it is. Held out, by kind of difference, from `%s` on:\n\n"
            .formatted(limits.likely(), limits.same(), limits.likely()));
    page.append("| differ in | false alarms |\n|---|---|\n");
    for (var kind : List.of("place", "matter", "time")) {
      var share = Measuring.alarms(held, p -> hard(p) && p.kind().equals(kind), limits.likely());
      page.append("| %s | %s |\n".formatted(kind, share));
    }
    return page.append(suggestions()).toString();
  }

  private static String row(String half, List<Pair> pairs, double from) {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            from,
            half,
            Measuring.alarms(pairs, Pair::twins, from),
            Measuring.alarms(pairs, DuplicatesDocsTests::hard, from),
            Measuring.alarms(pairs, p -> !p.hard(), from));
  }

  private String suggestions() {
    var duties = Measuring.duties();
    var text =
        new StringBuilder(
            SUGGESTIONS.replace(
                "{closest}", Integer.toString(measuring.measure.limits().neighbours())));
    text.append(
        "| suggested | earlier reports | for how many | of these right at first | among three |\n");
    text.append("|---|---|---|---|---|\n");
    text.append(row("item", "the tuning half", r -> !r.heldOut(), Report::item));
    text.append(row("unit", "the tuning half", r -> !r.heldOut(), r -> unit(duties, r.item())));
    text.append(row("item", "all other scenes", r -> true, Report::item));
    text.append(row("unit", "all other scenes", r -> true, r -> unit(duties, r.item())));
    return text.toString();
  }

  private static String unit(Map<String, String> duties, String item) {
    return duties.getOrDefault(item, "dispatch-centre");
  }

  private String row(
      String what, String who, Predicate<Report> earlier, Function<Report, String> label) {
    var proposed = measuring.proposed(earlier, label, what.equals("item"));
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(what, who, proposed.offered(), proposed.first(), proposed.three());
  }
}
