package org.bihuan.foundation.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.bihuan.foundation.shared.Text;

/**
 * What a person was told once, by one or more ways.
 *
 * @param letters one for each way, with the same words; never empty
 */
public record Told(List<Letter> letters) {

  public Told {
    letters = List.copyOf(letters);
  }

  /** What it was about. */
  public Text title() {
    return letters.getFirst().title();
  }

  /** What it said. */
  public Text words() {
    return letters.getFirst().words();
  }

  /** When what it tells of happened. */
  public Instant at() {
    return letters.getFirst().post().writtenAt();
  }

  private record Occasion(String kind, Instant at, Text words) {}

  /** Letters of one occasion together, the newest occasion first. */
  static List<Told> of(List<Letter> oldestFirst) {
    var occasions = new LinkedHashMap<Occasion, List<Letter>>();
    for (var letter : oldestFirst) {
      var occasion = new Occasion(letter.kind(), letter.post().writtenAt(), letter.words());
      occasions.computeIfAbsent(occasion, _ -> new ArrayList<>()).add(letter);
    }
    return occasions.values().stream().map(Told::new).toList().reversed();
  }
}
