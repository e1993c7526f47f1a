package org.bihuan.loop.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormsRulesTests {

  private static final JsonNode FORM =
      tree(
          """
          {"type": "object", "additionalProperties": false, "required": ["name", "kind"],
           "properties": {
            "name": {"type": "string", "minLength": 2, "maxLength": 5, "title": "名称", "x-en": "Name", "x-public": true},
            "kind": {"type": "string", "enum": ["a", "b"], "title": "类别", "x-en": "Kind",
                     "x-labels": {"a": {"zh": "甲", "en": "A"}, "b": {"zh": "乙", "en": "B"}}},
            "area": {"type": "number", "exclusiveMinimum": 0, "maximum": 1000, "title": "面积", "x-en": "Area"},
            "stars": {"type": "integer", "minimum": 1, "maximum": 5, "title": "星级", "x-en": "Stars"},
            "urgent": {"type": "boolean", "title": "紧急", "x-en": "Urgent"},
            "story": {"type": "string", "title": "经过", "x-en": "Story", "x-long": true},
            "unit": {"type": "string", "title": "单位", "x-en": "Unit", "x-units": true},
            "papers": {"type": "array", "uniqueItems": true, "maxItems": 2, "title": "材料", "x-en": "Papers",
                       "items": {"type": "string", "maxLength": 9}}}}
          """);

  private final Forms forms = new Forms();

  private static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json);
  }

  @Nested
  class Checking {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        textBlock =
            """
            {"kind": "a"}                                  | facts.name   | required  | 请填写“名称”
            {"name": "一", "kind": "a"}                     | facts.name   | too-short | “名称”至少2个字
            {"name": "一二三四五六", "kind": "a"}             | facts.name   | too-long  | “名称”最多5个字
            {"name": 7, "kind": "a"}                       | facts.name   | type      | “名称”请填写文字
            {"name": "名称", "kind": "c"}                   | facts.kind   | choice    | “类别”请从列出的选项中选择
            {"name": "名称", "kind": "a", "area": 0}        | facts.area   | range     | “面积”应大于0、不大于1000
            {"name": "名称", "kind": "a", "stars": 1.5}     | facts.stars  | type      | “星级”请填写整数
            {"name": "名称", "kind": "a", "urgent": "yes"}  | facts.urgent | type      | “紧急”只能是“是”或“否”
            {"name": "名称", "kind": "a", "else": 1}        | facts.else   | unknown   | 没有“else”这一项
            {"name": "名称", "kind": "a", "papers": ["x","x"]} | facts.papers | repeated | “材料”有重复的内容
            {"name": "名称", "kind": "a", "papers": ["1234567890"]} | facts.papers | too-long | “材料”最多9个字
            [1]                                            | facts        | type      | 内容的格式不对
            """)
    void saysWhatIsWrongInPlainWords(String facts, String field, String code, String zh) {
      var errors = forms.check(FORM, tree(facts));
      assertThat(errors).as(errors.toString()).hasSize(1);
      assertThat(errors.getFirst())
          .extracting(FieldError::field, FieldError::code, error -> error.message().zh())
          .containsExactly(field, code, zh);
    }

    @Test
    void findsNothingWrongWithGoodFacts() {
      var facts = tree("{\"name\": \"路灯\", \"kind\": \"b\", \"area\": 12.5, \"papers\": [\"x\"]}");
      assertThat(forms.check(FORM, facts)).isEmpty();
    }

    @Test
    void refusesTooMuchAndTooDeep() {
      var much = tree("{\"story\": \"" + "长".repeat(30_000) + "\"}");
      assertThat(forms.check(FORM, much)).extracting(FieldError::code).containsExactly("too-large");
      var deep = tree("{\"a\":".repeat(9) + "1" + "}".repeat(9));
      assertThat(forms.check(FORM, deep)).extracting(FieldError::code).containsExactly("too-deep");
    }

    @Test
    void tellsInTheOrderOfTheForm() {
      assertThat(forms.check(FORM, tree("{\"zzz\": 1, \"stars\": 9}")))
          .extracting(FieldError::field)
          .containsExactly("facts.name", "facts.kind", "facts.stars", "facts.zzz");
    }
  }

  @Nested
  class Rendering {

    @Test
    void givesEveryFieldItsControl() {
      assertThat(forms.fields(FORM))
          .extracting(Field::kind)
          .containsExactly(
              Field.Kind.TEXT,
              Field.Kind.CHOICE,
              Field.Kind.NUMBER,
              Field.Kind.INTEGER,
              Field.Kind.FLAG,
              Field.Kind.LONG,
              Field.Kind.UNIT,
              Field.Kind.MATERIALS);
    }

    @Test
    void knowsTitlesChoicesAndLimits() {
      var fields = forms.fields(FORM);
      assertThat(fields.getFirst())
          .isEqualTo(
              new Field(
                  "name",
                  new Text("名称", "Name"),
                  Field.Kind.TEXT,
                  true,
                  5,
                  java.util.List.of(),
                  true,
                  ""));
      assertThat(fields.get(1).choices())
          .containsExactly(
              new Field.Choice("a", new Text("甲", "A")), new Field.Choice("b", new Text("乙", "B")));
    }
  }

  @Nested
  class ReadingAPage {

    @Test
    void turnsStringsIntoFacts() {
      var sent =
          Map.of(
              "name", " 路灯 ", "kind", "a", "area", "12.50", "stars", "4", "urgent", "on", "story",
              "  ", "papers", "x\ny", "_csrf", "secret");
      var read = forms.factsFrom(FORM, sent);
      assertThat(read.errors()).isEmpty();
      assertThat(read.facts())
          .hasToString(
              "{\"name\":\"路灯\",\"kind\":\"a\",\"area\":12.50,\"stars\":4,\"urgent\":true,"
                  + "\"papers\":[\"x\",\"y\"]}");
    }

    @ParameterizedTest
    @CsvSource({"area,twelve", "stars,4.5", "stars,99999999999999999999", "urgent,maybe"})
    void saysWhatItCannotRead(String field, String text) {
      var read = forms.factsFrom(FORM, Map.of(field, text));
      assertThat(read.facts().has(field)).isFalse();
      assertThat(read.errors())
          .extracting(FieldError::field, FieldError::code)
          .containsExactly(org.assertj.core.api.Assertions.tuple("facts." + field, "type"));
    }
  }
}
