package org.bihuan.loop.twins;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How rare a word is among texts people wrote; rare words tell more. What was never seen counts as
 * seen once.
 */
final class Commonness {

  private final Map<String, Integer> seen = new HashMap<>();
  private final int texts;

  Commonness(Collection<Set<String>> texts) {
    this.texts = texts.size();
    texts.forEach(words -> words.forEach(word -> seen.merge(word, 1, Integer::sum)));
  }

  double rarity(String word) {
    return Math.log((texts + 1.0) / seen.getOrDefault(word, 1));
  }

  double sum(Collection<String> words) {
    return words.stream().mapToDouble(this::rarity).sum();
  }

  /** The few that tell most. */
  List<String> rarest(Collection<String> words, int many) {
    return words.stream()
        .sorted(
            Comparator.<String>comparingDouble(this::rarity)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .limit(many)
        .toList();
  }
}
