package org.bihuan.loop.procedures;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong in a file is named with its place. */
class ReadingRulesTests {

  private static final String SLIPS =
      """
      to: accepted             | to: acepted              | acts.accept.to: no state 'acepted'
      from: [received]         | from: [recieved]         | acts.accept.from: no state 'recieved'
      owner: dispatcher        | owner: dispacher         | states.received.owner: no role 'dispacher'
      who: [dispatcher]        | who: [boss]              | acts.accept.who: no role 'boss'
      flags: [claims]          | flags: [grabs]           | acts.claim.flags: no flag 'grabs'
      flags: [claims]          | flags: [placed]          | acts.claim.flags: 'inner' is missing
      begins: [answer, desk-answer]         | begins: [reply, desk-answer]          | clocks.confirmation.begins: no act marks the moment 'reply'
      expires: [stay-silent-anonymous, stay-silent]   | expires: [stay-silent-anonymous, stay-quiet]    | clocks.confirmation.expires: no act 'stay-quiet'
      extends: [handling]      | extends: [working]       | acts.extend.extends: no clock 'working'
      extends: [handling]      | extends: [dispatch]      | acts.extend.extends: the clock 'dispatch' allows no extension
      otherThan: [ask-extension] | otherThan: [ask]       | acts.extend.otherThan: no act 'ask'
      otherThan: [ask-extension] | by: place                | acts.extend.by: 'place' is no unit that the opening form requires
      otherThan: [ask-extension] | hands: street            | acts.extend.hands: 'street' is no unit that the opening form requires
      limit: 5 day             | limit: 5 weeks           | clocks.confirmation.limit: bad limit: 5 weeks
      {limit: 1 workday}       | {limit: 1 workday, promised: 2 workday} | clocks.acceptance.limits[1].promised: bad limit: 2 workday is longer
      {limit: 7 day}           | {limit: 7 day, when: item == 'x'} | clocks.handling.limits: bad limit: the last
      revision: 1              | revision: one            | revision: must be a whole number
      letter: A                | letter: AB               | letter: must be one capital letter
      confirmed: [closed]      | confirmed: [working]     | confirmed: 'working' is not an end
      when: has(facts.extensionReason) | when: has(facts. | acts.extend.when: bad condition
      when: has(facts.extensionReason) | when: size(facts) | acts.extend.when: bad condition: gives int
      marks: [receipt]         | mark: [receipt]          | acts.open: no key 'mark' here
      en: Take in}             | eng: Take in}            | acts.accept.title: 'en' is missing
      origin: local            | origin: rumour           | source.origin: no origin 'rumour'
      title: 具体情况,          | titel: 具体情况,          | form.properties.description: a form field needs 'title'
      x-en: What happened,     | y: 1,                    | form.properties.description: a form field needs 'x-en'
      type: boolean, title: 疑难 | type: bool, title: 疑难 | form.properties.complex.type: bad form: no type 'bool'
      required: [description]  | required: [story]        | form.required: bad form: no property 'story'
      """;

  private static final Path SHIPPED = Path.of("src/main/resources");

  private static String yaml(String id) {
    return ProcedureFixtures.text(SHIPPED.resolve("procedures/" + id + ".yaml"));
  }

  @Nested
  class Refusing {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = SLIPS)
    void namesTheProblemAndItsPlace(String good, String bad, String problem) {
      var broken = yaml("appeal").replaceFirst(java.util.regex.Pattern.quote(good), bad);
      assertThat(broken).isNotEqualTo(yaml("appeal"));
      var loading = ProcedureFixtures.read("appeal.yaml", broken);
      assertThat(loading).isInstanceOf(Loading.Rejected.class);
      assertThat(((Loading.Rejected<Procedure>) loading).lines())
          .startsWith("appeal.yaml: ")
          .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            a: [                 | not YAML
            a: &x [*x]           | nested deeper
            a: 2026-11-23        | put quotes around
            1: a                 | put quotes around the key 1
            a: 1\\na: 2           | duplicate key a
            a: !!java.net.URL [] | not YAML
            just text            | must be a mapping
            """)
    void takesOnlyPlainYaml(String yaml, String problem) {
      var loading = ProcedureFixtures.read("x.yaml", yaml.replace("\\n", "\n"));
      assertThat(((Loading.Rejected<Procedure>) loading).lines()).contains(problem);
    }
  }

  @Nested
  class Items {

    @Test
    void bringTheirClocksAndQuestions() {
      var procedures = Procedures.shipped();
      var resolved = procedures.resolve("licence", 1, "construction-permit");
      var decision = requireNonNull(resolved.clocks().get("decision"));
      assertThat(decision.begins()).containsExactly("receipt");
      assertThat(decision.tiers().getFirst().limit()).hasToString("7 workday");
      assertThat(decision.tiers().getFirst().promised()).hasToString("1 workday");
      assertThat(new Forms().fields(resolved.form()))
          .extracting(Field::name)
          .contains("project", "siteArea");
      assertThat(procedures.resolve("licence", 1, "construction-permit")).isSameAs(resolved);
      assertThatThrownBy(() -> procedures.resolve("appeal", 1, "construction-permit"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class DistrictFolders {

    @TempDir private Path folder;

    private Procedures own(String yaml) throws IOException {
      Files.writeString(folder.resolve("own.yaml"), yaml);
      return new Procedures(new Procedures.Settings(folder));
    }

    @Test
    void addARevisionBesideTheShippedOne() throws IOException {
      var procedures =
          own(yaml("appeal").replace("revision: 1", "revision: 2").replace("7 day", "6 day"));
      assertThat(procedures.latest("appeal").revision()).isEqualTo(2);
      assertThat(procedures.find("appeal", 1)).isPresent();
    }

    @Test
    void areRefusedWithARevisionThatExists() {
      assertThatThrownBy(() -> own(yaml("appeal"))).hasMessageContaining("revision 1 already");
    }

    @Test
    void stopTheStartWithTheCounterexample() {
      var open = yaml("appeal").replace("revision: 1", "revision: 2");
      var broken =
          open.replace("flags: [note, answers]\n    marks: [redirection]", "marks: [redirection]");
      assertThatThrownBy(() -> own(broken))
          .hasMessageContaining("rule 4")
          .hasMessageContaining("open → redirect");
    }

    @Test
    void stopTheStartWithEveryProblemOfItems() throws IOException {
      Files.createDirectory(folder.resolve("items"));
      var items = ProcedureFixtures.text(SHIPPED.resolve("items/licence.yaml"));
      Files.writeString(
          folder.resolve("items/own.yaml"), items.replace("      decision:", "      decisions:"));
      assertThatThrownBy(() -> new Procedures(new Procedures.Settings(folder)))
          .hasMessageContaining("construction-permit.clocks.decisions: no clock 'decisions'");
    }
  }
}
