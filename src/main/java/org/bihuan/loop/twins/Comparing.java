package org.bihuan.loop.twins;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.bihuan.loop.twins.Likeness.Place;

/** Compares two matters: a pure function of what they say, where and when. */
final class Comparing {

  private static final int STREET_DIGITS = 9;
  private static final List<String> NUMBERS =
      List.of("building", "seat", "entrance", "side", "line", "house");
  private static final Pattern NUMBER = Pattern.compile("[0-9a-z]+");

  /** From the smaller place to the larger. */
  private static final List<String> NAMES = List.of("estate", "premises", "street");

  private final TwinRules rules;
  private final Commonness commonness;

  Comparing(TwinRules rules, Commonness commonness) {
    this.rules = rules;
    this.commonness = commonness;
  }

  Likeness compare(Fingerprint one, Fingerprint other) {
    double text = text(one, other);
    var place = place(one, other);
    int days = (int) Duration.between(one.at(), other.at()).abs().toDays();
    double score = text * left(place) * left(days);
    return new Likeness(score, text, shared(one, other), place, days);
  }

  /** The thing, what is wrong with it, and the words. */
  double text(Fingerprint one, Fingerprint other) {
    var weights = rules.weights();
    double sum =
        weights.thing() * agreement(one.things(), other.things())
            + weights.trouble() * agreement(one.troubles(), other.troubles())
            + weights.words() * Math.min(1, cosine(one.pairs(), other.pairs()) / weights.enough());
    return another(one.things(), other.things()) ? sum * weights.another() : sum;
  }

  /** Both name things, and none in common. */
  private static boolean another(Set<String> one, Set<String> other) {
    return !one.isEmpty() && !other.isEmpty() && common(one, other).isEmpty();
  }

  private double agreement(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return rules.weights().silent();
    }
    double both = commonness.sum(common(one, other));
    double all = commonness.sum(one) + commonness.sum(other);
    return 2 * both / all;
  }

  private double cosine(Set<String> one, Set<String> other) {
    double both = squares(common(one, other));
    return both == 0 ? 0 : both / Math.sqrt(squares(one) * squares(other));
  }

  private double squares(Set<String> words) {
    return words.stream().mapToDouble(w -> Math.pow(commonness.rarity(w), 2)).sum();
  }

  private List<String> shared(Fingerprint one, Fingerprint other) {
    return commonness.rarest(common(one.pairs(), other.pairs()), 6);
  }

  private static Set<String> common(Set<String> one, Set<String> other) {
    var both = new LinkedHashSet<>(one);
    both.retainAll(other);
    return both;
  }

  static Place place(Fingerprint one, Fingerprint other) {
    if (apart(one.area(), other.area())) {
      return Place.APART;
    }
    var here = one.places();
    var there = other.places();
    if (NUMBERS.stream().anyMatch(kind -> differ(of(here, kind), of(there, kind)))) {
      return Place.NUMBER;
    }
    for (var kind : NAMES) {
      if (meet(of(here, kind), of(there, kind))) {
        return Place.SAME;
      }
      if (differ(of(here, kind), of(there, kind))) {
        return Place.ELSEWHERE;
      }
    }
    if (NUMBERS.stream().anyMatch(kind -> meet(of(here, kind), of(there, kind)))
        || !Collections.disjoint(of(here, Wording.Spots.KIND), of(there, Wording.Spots.KIND))) {
      return Place.SAME;
    }
    if (NAMES.stream().anyMatch(kind -> !of(here, kind).isEmpty())
        && NAMES.stream().anyMatch(kind -> !of(there, kind).isEmpty())) {
      return Place.UNCLEAR;
    }
    boolean close = one.area().length() > STREET_DIGITS && one.area().equals(other.area());
    return close ? Place.NEAR : Place.UNSAID;
  }

  /** Other streets; the district as a whole is apart from none of them. */
  private static boolean apart(String one, String other) {
    int digits = Math.min(STREET_DIGITS, Math.min(one.length(), other.length()));
    return !one.regionMatches(0, other, 0, digits);
  }

  private static List<String> of(Set<String> places, String kind) {
    return places.stream()
        .filter(place -> place.startsWith(kind + "="))
        .map(place -> place.substring(kind.length() + 1))
        .toList();
  }

  private static boolean differ(List<String> one, List<String> other) {
    return !one.isEmpty() && !other.isEmpty() && !meet(one, other);
  }

  /** A name may be said with what stands before it: 御景 and 文瀛湖御景. A number may not. */
  private static boolean meet(List<String> one, List<String> other) {
    var fewer = one.size() < other.size() ? one : other;
    var more = one.size() < other.size() ? other : one;
    long met = fewer.stream().filter(a -> more.stream().anyMatch(b -> alike(a, b))).count();
    // who names two streets means their crossing
    return met > 0 && (fewer.size() < 2 || met == fewer.size());
  }

  private static boolean alike(String one, String other) {
    return one.equals(other) || named(one, other) || named(other, one);
  }

  private static boolean named(String whole, String part) {
    return part.length() > 1 && !NUMBER.matcher(part).matches() && whole.endsWith(part);
  }

  private double left(Place place) {
    var places = rules.places();
    return switch (place) {
      case SAME -> places.same();
      case NEAR -> places.near();
      case UNSAID -> places.unsaid();
      case UNCLEAR -> places.unclear();
      case ELSEWHERE -> places.elsewhere();
      case NUMBER -> places.number();
      case APART -> places.apart();
    };
  }

  /** By straight lines between the points of the rules. */
  double left(int days) {
    var before = rules.ages().getFirst();
    for (var age : rules.ages()) {
      if (days <= age.days()) {
        double way = age.days() == before.days() ? 0 : days - before.days();
        double step = age.days() == before.days() ? 1 : age.days() - before.days();
        return before.left() + (age.left() - before.left()) * way / step;
      }
      before = age;
    }
    return before.left();
  }
}
