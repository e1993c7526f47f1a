package org.bihuan.portal.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import tools.jackson.databind.JsonNode;

/**
 * What no member of any body may hold: characters no database keeps, and numbers that would not be
 * the same when they are read again.
 */
final class Sanity {

  private static final int MOST_ERRORS = 20;
  private static final int MOST_DIGITS = 15;
  private static final int LONGEST_NAME = 100;

  private final List<FieldError> errors = new ArrayList<>();

  private Sanity() {}

  static List<FieldError> errors(JsonNode tree) {
    var sanity = new Sanity();
    sanity.walk(tree, "");
    return sanity.errors;
  }

  private void walk(JsonNode node, String at) {
    if (errors.size() >= MOST_ERRORS) {
      return;
    }
    if (node.isString() && !writable(node.stringValue())) {
      add(at, "characters", "含有无法保存的字符", "has characters that cannot be kept");
    } else if (node.isNumber() && !keepable(node)) {
      add(at, "number", "数字过大或过于精确", "is too large or too precise a number");
    } else if (node.isObject()) {
      node.properties().forEach(e -> member(e.getKey(), e.getValue(), at));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(node.get(i), at + "[" + i + "]");
      }
    }
  }

  private void member(String name, JsonNode value, String at) {
    if (!writable(name) || name.length() > LONGEST_NAME) {
      add(at, "name", "成员名称无效", "has a member whose name cannot be kept");
      return;
    }
    walk(value, at.isEmpty() ? name : at + "." + name);
  }

  /** NUL and halves of surrogate pairs are no characters. */
  static boolean writable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }

  /** What a double or a long gives back unchanged. */
  private static boolean keepable(JsonNode node) {
    if (node.isIntegralNumber()) {
      return node.canConvertToLong();
    }
    BigDecimal value = node.decimalValue();
    return value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS;
  }

  private void add(String at, String code, String zh, String en) {
    var field = at.isEmpty() ? "body" : at;
    errors.add(
        new FieldError(field, code, new Text("“" + field + "”" + zh, "“" + field + "” " + en)));
  }
}
