package org.bihuan.loop.procedures;

import com.networknt.schema.Error;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import tools.jackson.databind.JsonNode;

/** Says in plain words what a validator found: the person never reads a keyword of JSON Schema. */
final class FieldMessages {

  private static final String FACTS = "facts";

  private FieldMessages() {}

  /** What a validator found, told beside the field. */
  static FieldError of(JsonNode form, Error error) {
    var path = error.getInstanceLocation();
    var name = path.getNameCount() == 0 ? "" : String.valueOf(path.getElement(0));
    if (name.isEmpty() && error.getProperty() != null) {
      name = error.getProperty();
    }
    var property = form.path("properties").path(name);
    var field = name.isEmpty() ? FACTS : FACTS + "." + name;
    return switch (error.getKeyword()) {
      case "required" -> required(field, Field.title(name, property));
      case "additionalProperties" -> unknown(field, name);
      default -> told(field, error, property, Field.title(name, property));
    };
  }

  /** The errors in the order of the form's fields, those about no field of it last. */
  static List<FieldError> inOrder(JsonNode form, Collection<FieldError> errors) {
    var order = List.copyOf(form.path("properties").propertyNames());
    return errors.stream()
        .sorted(
            Comparator.comparingInt(
                error -> {
                  int place = order.indexOf(error.field().replaceFirst("^facts\\.?", ""));
                  return place < 0 ? Integer.MAX_VALUE : place;
                }))
        .toList();
  }

  static FieldError wrongType(String name, JsonNode property) {
    return type(FACTS + "." + name, property, Field.title(name, property));
  }

  /** Facts refused as a whole, whatever the form. */
  static FieldError whole(String code) {
    var message =
        switch (code) {
          case "too-large" ->
              new Text("填写的内容太多，请精简", "This is too much at once; please shorten it");
          case "too-deep" -> new Text("内容的层次太多", "The content is nested too deeply");
          default -> new Text("内容的格式不对", "The content must be a set of named fields");
        };
    return new FieldError(FACTS, code, message);
  }

  private static FieldError required(String field, Text title) {
    return new FieldError(
        field,
        "required",
        new Text("请填写“" + title.zh() + "”", "Please fill in “" + title.en() + "”"));
  }

  private static FieldError unknown(String field, String name) {
    return new FieldError(
        field, "unknown", new Text("没有“" + name + "”这一项", "There is no field “" + name + "”"));
  }

  private static FieldError told(String field, Error error, JsonNode property, Text title) {
    return switch (error.getKeyword()) {
      case "type" -> type(field, property, title);
      case "minLength" -> tooShort(field, property, title);
      case "maxLength" -> tooLong(field, property, title);
      case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
          range(field, property, title);
      case "enum" ->
          error(field, "choice", title, "请从列出的选项中选择", "choose one of the answers listed");
      case "uniqueItems" ->
          error(field, "repeated", title, "有重复的内容", "the same entry is there twice");
      case "maxItems", "minItems" ->
          error(field, "count", title, "数量不符", "too few or too many entries");
      default -> error(field, "format", title, "格式不对", "not written the way it should be");
    };
  }

  private static FieldError tooShort(String field, JsonNode property, Text title) {
    var least = property.path("minLength").asString("1");
    return error(
        field, "too-short", title, "至少" + least + "个字", "at least " + least + " characters");
  }

  private static FieldError tooLong(String field, JsonNode property, Text title) {
    var list = property.path("type").asString("").equals("array");
    var most = (list ? property.path("items") : property).path("maxLength").asString("");
    return error(field, "too-long", title, "最多" + most + "个字", "at most " + most + " characters");
  }

  private static FieldError type(String field, JsonNode property, Text title) {
    return switch (property.path("type").asString("")) {
      case "integer" -> error(field, "type", title, "请填写整数", "enter a whole number");
      case "number" -> error(field, "type", title, "请填写数字", "enter a number");
      case "boolean" -> error(field, "type", title, "只能是“是”或“否”", "answer yes or no");
      case "array" -> error(field, "type", title, "应为列表", "enter a list");
      default -> error(field, "type", title, "请填写文字", "enter text");
    };
  }

  private static FieldError range(String field, JsonNode property, Text title) {
    var bounds =
        Stream.of(
                bound(property, "minimum", "不小于%s", "at least %s"),
                bound(property, "exclusiveMinimum", "大于%s", "more than %s"),
                bound(property, "maximum", "不大于%s", "at most %s"),
                bound(property, "exclusiveMaximum", "小于%s", "less than %s"))
            .flatMap(Optional::stream)
            .toList();
    var zh = bounds.stream().map(Text::zh).collect(Collectors.joining("、"));
    var en = bounds.stream().map(Text::en).collect(Collectors.joining(" and "));
    return error(field, "range", title, "应" + zh, en);
  }

  private static Optional<Text> bound(JsonNode property, String key, String zh, String en) {
    if (!property.has(key)) {
      return Optional.empty();
    }
    var value = property.path(key).decimalValue().toPlainString();
    return Optional.of(new Text(zh.formatted(value), en.formatted(value)));
  }

  private static FieldError error(String field, String code, Text title, String zh, String en) {
    return new FieldError(
        field, code, new Text("“" + title.zh() + "”" + zh, "“" + title.en() + "”: " + en));
  }
}
