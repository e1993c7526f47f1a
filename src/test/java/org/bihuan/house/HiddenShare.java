package org.bihuan.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How much of the code others cannot see: visibility is the cheapest wall there is.
 *
 * @param whole per cent of all top-level types that must be hidden
 * @param module the same for one package, once it is large enough to ask
 */
record HiddenShare(int whole, int module) {

  static final HiddenShare OF_THE_HOUSE = new HiddenShare(50, 40);

  private static final int LARGE_ENOUGH = 6;

  /** What every floor speaks: a language has nothing to hide. */
  private static final String LANGUAGE = "org.bihuan.foundation.shared";

  List<String> breaches(Iterable<JavaClass> classes) {
    var types = new ArrayList<JavaClass>();
    for (var type : classes) {
      if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
        types.add(type);
      }
    }
    var breaches = new ArrayList<String>();
    if (share(types) < whole) {
      breaches.add(said("all packages", types, whole));
    }
    types.stream()
        .collect(
            Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.toList()))
        .forEach(
            (name, members) -> {
              boolean asked = members.size() >= LARGE_ENOUGH && !name.equals(LANGUAGE);
              if (asked && share(members) < module) {
                breaches.add(said(name, members, module));
              }
            });
    return breaches;
  }

  private static int share(List<JavaClass> types) {
    var hidden = types.stream().filter(HiddenShare::isHidden).count();
    return types.isEmpty() ? 0 : (int) (100 * hidden / types.size());
  }

  private static boolean isHidden(JavaClass type) {
    return !type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static String said(String name, List<JavaClass> types, int wanted) {
    var open =
        types.stream()
            .filter(type -> !isHidden(type))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.joining(" "));
    return "%s: %d %% of %d types hidden, wanted %d; public: %s"
        .formatted(name, share(types), types.size(), wanted, open);
  }
}
