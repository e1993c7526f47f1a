package org.bihuan.house;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Switches over our own sealed or enum types that hide behind {@code default}. A heuristic on the
 * source: a switch is over an own type when each label names a constant of one own enum, or a
 * member of one own sealed family. It misses a switch whose labels are all foreign, and never looks
 * at types.
 */
final class OwnSwitches {

  private final List<Set<String>> families = new ArrayList<>();

  private OwnSwitches(List<SourceFile> sources) {
    var sealed = new HashMap<String, Set<String>>();
    sources.forEach(source -> new Declared(sealed).scan(source.unit(), ""));
    families.addAll(sealed.values());
  }

  /** One line per switch that would not notice a new case. */
  static List<String> withDefault(List<SourceFile> sources) {
    var own = new OwnSwitches(sources);
    var found = new ArrayList<String>();
    for (var source : sources) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitSwitch(SwitchTree tree, Void none) {
          check(tree, tree.getCases());
          return super.visitSwitch(tree, null);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, Void none) {
          check(tree, tree.getCases());
          return super.visitSwitchExpression(tree, null);
        }

        private void check(Tree tree, List<? extends CaseTree> cases) {
          if (own.hides(cases)) {
            found.add(source.at(tree) + " has a default over an own type");
          }
        }
      }.scan(source.unit(), null);
    }
    return found;
  }

  private boolean hides(List<? extends CaseTree> cases) {
    var labels = cases.stream().flatMap(one -> one.getLabels().stream()).toList();
    if (labels.stream().noneMatch(DefaultCaseLabelTree.class::isInstance)) {
      return false;
    }
    var names = new HashSet<String>();
    for (var label : labels) {
      switch (label) {
        case ConstantCaseLabelTree constant -> names.add(last(constant.getConstantExpression()));
        case PatternCaseLabelTree pattern -> names.add(patternType(pattern.getPattern()));
        default -> {} // default itself names nothing
      }
    }
    names.remove("null");
    return !names.isEmpty() && families.stream().anyMatch(family -> family.containsAll(names));
  }

  private static String patternType(Tree pattern) {
    return switch (pattern) {
      case BindingPatternTree binding -> last(binding.getVariable().getType());
      case DeconstructionPatternTree record -> last(record.getDeconstructor());
      default -> pattern.toString();
    };
  }

  private static String last(Tree name) {
    var text = name.toString();
    return text.substring(text.lastIndexOf('.') + 1);
  }

  private static final class Declared extends TreeScanner<Void, String> {
    private final Map<String, Set<String>> families;

    private Declared(Map<String, Set<String>> families) {
      this.families = families;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      var name = type.getSimpleName().toString();
      if (type.getKind() == Tree.Kind.ENUM) {
        type.getMembers().stream()
            .filter(VariableTree.class::isInstance)
            .map(VariableTree.class::cast)
            .filter(field -> name.equals(String.valueOf(field.getType())))
            .forEach(constant -> family("enum " + name).add(constant.getName().toString()));
      }
      if (type.getModifiers().getFlags().contains(Modifier.SEALED)) {
        type.getPermitsClause().forEach(permitted -> family(name).add(last(permitted)));
      }
      type.getImplementsClause().forEach(parent -> family(last(parent)).add(name));
      if (type.getExtendsClause() != null) {
        family(last(type.getExtendsClause())).add(name);
      }
      return super.visitClass(type, name);
    }

    private Set<String> family(String name) {
      return families.computeIfAbsent(name, ignored -> new HashSet<>());
    }
  }
}
