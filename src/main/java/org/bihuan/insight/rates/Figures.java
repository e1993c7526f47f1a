package org.bihuan.insight.rates;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.insight.rates.Figure.Said;
import org.springframework.stereotype.Component;

/**
 * The definitions of the rates, from {@code figures/appeal.yaml}. A file that leaves a rate without
 * its words stops the start.
 */
@Component
public class Figures {

  private final FigureFile file;
  private final Map<Rate, Figure> figures = new EnumMap<>(Rate.class);
  private final Map<String, Set<Word>> words = new HashMap<>();

  Figures() {
    this(DataFile.resource("figures/appeal.yaml"));
  }

  Figures(DataFile data) {
    file = data.as(FigureFile.class);
    file.figures().stream()
        .map(FigureFile.Written::figure)
        .forEach(figure -> figures.put(figure.rate(), figure));
    if (figures.size() != Rate.values().length || file.figures().size() != figures.size()) {
      throw new IllegalStateException("every rate is defined once, not " + figures.keySet());
    }
    file.acts()
        .forEach(
            (word, acts) ->
                acts.forEach(
                    act ->
                        words
                            .computeIfAbsent(act, _ -> EnumSet.noneOf(Word.class))
                            .add(Word.of(word))));
  }

  /** Every rate in words. */
  public List<Figure> all() {
    return List.copyOf(figures.values());
  }

  /** A rate in words. */
  public Figure of(Rate rate) {
    var figure = figures.get(rate);
    if (figure == null) {
      throw new IllegalStateException("every rate is defined: " + rate);
    }
    return figure;
  }

  /** Rises with every change of a rule. */
  public int version() {
    return file.version();
  }

  /** Whose matters are counted. */
  public String procedure() {
    return file.procedure();
  }

  /** Denominators under this are shown as numbers. */
  public int small() {
    return file.small().least();
  }

  /** So many days after closing the same matter at the same place has come back. */
  public int againDays() {
    return file.again().days();
  }

  /** The rules that hold for all rates, with their sources. */
  public List<Said> notes() {
    var notes = new ArrayList<Said>();
    notes.add(file.source());
    notes.add(new Said(file.satisfied().text(), file.satisfied().origin()));
    notes.add(new Said(file.small().text(), file.small().origin()));
    notes.add(new Said(file.again().text(), file.again().origin()));
    return List.copyOf(notes);
  }

  /** What an act means, in the order in which it is taken; empty if nothing. */
  Set<Word> words(String act) {
    return words.getOrDefault(act, Set.of());
  }

  String clock() {
    return file.clock();
  }

  boolean satisfies(int grade) {
    return file.satisfied().grades().contains(grade);
  }

  /** True if a matter can be compared with another by what it is about and where. */
  boolean compares(Where where) {
    return !where.item().isEmpty() && where.area().length() >= file.again().digits();
  }
}
