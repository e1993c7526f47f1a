package org.bihuan.house;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The statements of a module name its own schema only; what another module publishes as a view
 * {@code v_…} may be read. Looks at the string literals of classes named Sql.
 */
final class OwnSchema {

  private static final Pattern NAMED =
      Pattern.compile("\\b(?:from|join|into|update|using|only|table)\\s+([a-z_]+)\\.([a-z_0-9]+)");

  private OwnSchema() {}

  static List<String> breaches(List<SourceFile> sources) {
    var schemas = sources.stream().map(OwnSchema::module).collect(Collectors.toSet());
    var found = new ArrayList<String>();
    for (var source : sources) {
      if (source.simpleName().endsWith("Sql")) {
        new TreeScanner<Void, Void>() {
          @Override
          public Void visitLiteral(LiteralTree tree, Void none) {
            if (tree.getValue() instanceof String sql) {
              foreign(sql, source.packageName(), schemas)
                  .forEach(name -> found.add(source.at(tree) + " names " + name));
            }
            return null;
          }
        }.scan(source.unit(), null);
      }
    }
    return found;
  }

  private static List<String> foreign(String sql, String packageName, Set<String> schemas) {
    return NAMED
        .matcher(sql)
        .results()
        .filter(
            m ->
                schemas.contains(m.group(1))
                    && !(packageName + ".").contains("." + m.group(1) + "."))
        .filter(m -> !m.group(2).startsWith("v_"))
        .map(m -> m.group(1) + "." + m.group(2))
        .distinct()
        .toList();
  }

  private static String module(SourceFile source) {
    var name = source.packageName();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
