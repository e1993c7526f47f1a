package org.bihuan.loop.procedures;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.bihuan.loop.procedures.Faults.Fault;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads YAML, anchors resolved, into a JSON tree. Only plain values are taken: no tags, no dates,
 * no keys other than text; size, depth and aliases are bounded, so that no file can exhaust memory.
 */
final class YamlTree {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEPTH = 20;

  private YamlTree() {}

  static JsonNode read(String yaml, Faults faults) {
    try {
      return node(new Yaml(new SafeConstructor(options())).load(yaml), 0);
    } catch (YAMLException | IllegalArgumentException e) {
      faults.add(Fault.NOT_YAML, "", String.valueOf(e.getMessage()).strip());
      return JSON.objectNode();
    }
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(50);
    options.setNestingDepthLimit(DEPTH);
    options.setCodePointLimit(1 << 20);
    return options;
  }

  private static JsonNode node(@Nullable Object value, int depth) {
    if (depth > DEPTH) {
      throw new IllegalArgumentException("nested deeper than " + DEPTH);
    }
    return switch (value) {
      case null -> JSON.nullNode();
      case String text -> JSON.stringNode(text);
      case Boolean flag -> JSON.booleanNode(flag);
      case Integer number -> JSON.numberNode(number);
      case Long number -> JSON.numberNode(number);
      case BigInteger number -> JSON.numberNode(number);
      case Double number -> JSON.numberNode(number);
      case List<?> list -> array(list, depth);
      case Map<?, ?> map -> object(map, depth);
      default -> throw new IllegalArgumentException("put quotes around " + value);
    };
  }

  private static JsonNode array(List<?> list, int depth) {
    var array = JSON.arrayNode();
    list.forEach(value -> array.add(node(value, depth + 1)));
    return array;
  }

  private static JsonNode object(Map<?, ?> map, int depth) {
    var object = JSON.objectNode();
    map.forEach(
        (key, value) -> {
          if (!(key instanceof String name)) {
            throw new IllegalArgumentException("put quotes around the key " + key);
          }
          object.set(name, node(value, depth + 1));
        });
    return object;
  }
}
