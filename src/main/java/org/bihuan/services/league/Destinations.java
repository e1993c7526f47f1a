package org.bihuan.services.league;

import java.util.List;
import java.util.Optional;
import org.bihuan.services.league.organisations.Organisation;
import org.bihuan.services.league.organisations.Organisation.Kind;
import org.bihuan.services.league.organisations.Tree;
import org.bihuan.services.league.rules.Rule;
import org.jspecify.annotations.Nullable;

/** From a rule's sort of destination to the organisations that are one for a member. */
final class Destinations {

  private static final String OUTSIDE = "outside";

  private Destinations() {}

  /** True if the rule leads a member to this organisation, or to its fallback. */
  static boolean fits(Rule rule, Organisation receiver, Member member, Tree tree) {
    return leads(rule.to(), receiver, member, tree)
        || (rule.fallback() != null && leads(rule.fallback(), receiver, member, tree));
  }

  private static boolean leads(String to, Organisation receiver, Member member, Tree tree) {
    return switch (to) {
      case "residence" -> street(receiver, member.answers().get("residence"), tree);
      case "workplace" -> street(receiver, member.answers().get("workplace"), tree);
      case "school" -> otherSchool(receiver, member, tree);
      case "abroad", "delayed" -> own(Kind.of(to), receiver, member, tree);
      case "floating" -> own(Kind.FLOATING, receiver, member, tree) || ofDistrict(receiver);
      case "special" -> receiver.kind() == Kind.SPECIAL;
      default -> receiver.kind() == Kind.OUTSIDE || receiver.kind().code().equals(to);
    };
  }

  /** The street of the place if that is known, else any; or a street outside the district. */
  private static boolean street(Organisation receiver, @Nullable String area, Tree tree) {
    if (receiver.kind() == Kind.OUTSIDE) {
      return true;
    }
    var known = tree.street(area);
    boolean street = receiver.kind() == Kind.STREET;
    return street && (known.isEmpty() || known.get().code().equals(receiver.code()));
  }

  private static boolean otherSchool(Organisation receiver, Member member, Tree tree) {
    if (receiver.kind() == Kind.OUTSIDE) {
      return true;
    }
    boolean taught = receiver.kind() == Kind.SCHOOL || receiver.kind() == Kind.CLASS;
    return taught && !tree.school(receiver.code()).equals(tree.school(member.home()));
  }

  private static boolean own(Kind kind, Organisation receiver, Member member, Tree tree) {
    return tree.ofSchool(member.home(), kind).filter(receiver::equals).isPresent();
  }

  private static boolean ofDistrict(Organisation receiver) {
    return receiver.kind() == Kind.FLOATING && "committee".equals(receiver.parent());
  }

  /** The one place a rule leads a member to; empty if they must say which. */
  static Optional<Organisation> only(Rule rule, Member member, Tree tree) {
    var named = tree.find(member.answers().get("target"));
    if (named.filter(one -> fits(rule, one, member, tree)).isPresent()) {
      return named;
    }
    return switch (rule.to()) {
      case "residence", "workplace" -> street(member.answers().get(rule.to()), tree);
      case "special" -> tree.find("special");
      case "floating", "abroad", "delayed" -> tree.ofSchool(member.home(), Kind.of(rule.to()));
      default -> Optional.empty();
    };
  }

  private static Optional<Organisation> street(@Nullable String area, Tree tree) {
    return OUTSIDE.equals(area) ? tree.find(OUTSIDE) : tree.street(area);
  }

  /** Everywhere a rule can lead a member, the likeliest first. */
  static List<Organisation> all(Rule rule, Member member, Tree tree) {
    return tree.all().stream().filter(one -> fits(rule, one, member, tree)).toList();
  }
}
