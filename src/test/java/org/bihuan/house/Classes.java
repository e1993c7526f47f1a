package org.bihuan.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Locale;

/** Compiled classes, as the guards look at them. */
public final class Classes {

  /** The product without its tests and without the code generated from templates. */
  public static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/org/bihuan/templates/"))
          .importPackages("org.bihuan");

  private Classes() {}

  /** Bad examples of one kind. */
  public static JavaClasses fixtures(String packageName) {
    return new ClassFileImporter().importPackages(packageName.toLowerCase(Locale.ROOT));
  }
}
