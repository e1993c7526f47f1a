package org.bihuan.loop.twins;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.shared.DataFile;

/**
 * How alike two matters are and from where on somebody should look, as kept in {@code
 * twins/rules.yaml}.
 *
 * @param scope what is compared
 * @param limits from where on, how far back, how many
 * @param weights what the text is made of
 * @param places what the place leaves of the text
 * @param ages what the days between leave of it
 * @param words what is read in a text
 */
record TwinRules(
    Scope scope, Limits limits, Weights weights, Places places, List<Age> ages, Words words) {

  /**
   * What is compared.
   *
   * @param procedures kinds of matters
   * @param facts what is read besides the title
   * @param hidden facts that keep a matter out
   * @param leading states in which an answer is still to come
   */
  record Scope(
      Set<String> procedures, List<String> facts, Set<String> hidden, Set<String> leading) {}

  /**
   * From where on, how far back, how many.
   *
   * @param likely from here on two matters are shown as likely twins
   * @param same from here on a person is told before a second one is sent
   * @param days how far back is looked
   * @param most how many are compared
   * @param shown how many a person is shown
   * @param neighbours how many earlier matters speak for a suggestion
   * @param speaks how alike the closest must be for any to speak; two texts that share nothing are
   *     a little alike in what both leave unsaid
   */
  record Limits(
      double likely, double same, int days, int most, int shown, int neighbours, double speaks) {}

  /**
   * What the text is made of.
   *
   * @param enough shared words that count as fully alike
   * @param silent what it counts that only one text names a thing or a trouble
   * @param another what naming different things leaves of all this
   */
  record Weights(
      double thing, double trouble, double words, double enough, double silent, double another) {}

  /** What each way in which two places compare leaves. */
  record Places(
      double same,
      double near,
      double unsaid,
      double unclear,
      double elsewhere,
      double number,
      double apart) {}

  /** A point of the line from days between to what they leave. */
  record Age(int days, double left) {}

  /**
   * What is read in a text: spellings mended, fillers left out, words for things and troubles.
   *
   * @param spot how wide the cells are, in metres, by which positions of phones are compared
   */
  record Words(
      int spot,
      Map<String, String> spellings,
      List<String> fillers,
      Map<String, List<String>> things,
      Map<String, List<String>> troubles) {}

  /** The file as written. */
  private record Kept(
      int version,
      String source,
      String origin,
      Scope scope,
      Limits limits,
      Weights weights,
      Places places,
      List<Age> ages,
      Words words) {}

  static TwinRules shipped() {
    var kept = DataFile.resource("twins/rules.yaml").as(Kept.class);
    return new TwinRules(
        kept.scope(), kept.limits(), kept.weights(), kept.places(), kept.ages(), kept.words());
  }
}
