package org.bihuan.services.league.organisations;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A League organisation.
 *
 * @param code lower case with hyphens, for example {@code street-051}
 * @param parent code of the one above; absent at the top
 * @param area code of the place it looks after; absent where it looks after none
 * @param branch true if it holds members itself; the others give them one of their branches
 */
public record Organisation(
    String code,
    Kind kind,
    @Nullable String parent,
    Text name,
    @Nullable String area,
    boolean branch) {

  /** Sorts of organisations. */
  public enum Kind {
    COMMITTEE,
    SCHOOL,
    CLASS,
    ENTERPRISE,
    STREET,
    ASSOCIATION,
    PLATFORM,
    PARTNER,
    /** 特殊单位专属库. */
    SPECIAL,
    /** 流动团员团支部. */
    FLOATING,
    /** 出国（境）学习研究团员团支部. */
    ABROAD,
    /** 延迟毕业团支部. */
    DELAYED,
    /** A branch of a street or an enterprise. */
    BRANCH,
    /** Wherever members go who leave the district. */
    OUTSIDE;

    /** The name used in files, tables and addresses. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The sort with this code; an unknown one is an error of data. */
    public static Kind of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }
}
