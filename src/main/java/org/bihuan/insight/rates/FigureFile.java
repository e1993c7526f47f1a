package org.bihuan.insight.rates;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.Text;
import org.bihuan.insight.rates.Figure.Said;

/**
 * The file of definitions as it is written.
 *
 * @param version rises with every change of a rule
 * @param procedure whose matters are counted
 * @param clock the clock whose limit an answer has to keep
 * @param source where the rates as such come from
 * @param acts names of acts by what they mean
 * @param satisfied the grades that count as satisfied
 * @param small denominators under this are shown as numbers
 * @param again when something has come back
 * @param figures every rate in words
 */
record FigureFile(
    int version,
    String procedure,
    String clock,
    Said source,
    Map<String, List<String>> acts,
    Grades satisfied,
    Small small,
    Again again,
    List<Written> figures) {

  /** Grades of the five that count as satisfied. */
  record Grades(List<Integer> grades, String text, String origin) {

    Grades {
      grades = List.copyOf(grades);
    }
  }

  /** The least denominator that is shown as a per cent. */
  record Small(int least, String text, String origin) {}

  /** How many days after closing, and how many digits of a place make it the same place. */
  record Again(int days, int digits, String text, String origin) {}

  /** One rate as written. */
  record Written(
      String rate,
      Text title,
      Text meaning,
      Text numerator,
      Text denominator,
      Text moment,
      Text unit,
      Text aside,
      @JsonProperty("out") List<Text> left,
      Said source) {

    Figure figure() {
      var known =
          Rate.of(rate).orElseThrow(() -> new IllegalStateException("there is no rate " + rate));
      return new Figure(
          known, title, meaning, numerator, denominator, moment, unit, aside, left, source);
    }
  }
}
