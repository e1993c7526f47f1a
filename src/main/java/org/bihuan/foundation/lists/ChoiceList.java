package org.bihuan.foundation.lists;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * A closed list of choices, for example the grounds on which a matter is given back: {@code
 * lists/<name>.yaml}. A form names it with {@code x-choices}.
 *
 * @param version raised with every change
 * @param source the law or practice it follows
 * @param origin national, local or ours
 * @param choices in the order people see
 */
public record ChoiceList(int version, String source, String origin, List<Choice> choices) {

  private static final Map<String, ChoiceList> READ = new ConcurrentHashMap<>();

  public ChoiceList {
    choices = List.copyOf(choices);
  }

  /**
   * One choice.
   *
   * @param code the value kept
   * @param title what people read
   * @param tells what is told to whoever it concerns, for example a lawful route; absent if nothing
   * @param phones numbers to call, named and reachable without area code; empty if none
   * @param words what people write who mean it; empty if it is never guessed
   */
  public record Choice(
      String code, Text title, @Nullable Text tells, List<String> phones, List<String> words) {

    public Choice {
      phones = phones == null ? List.of() : List.copyOf(phones);
      words = words == null ? List.of() : List.copyOf(words);
    }

    /** True if a text holds one of its words. */
    public boolean meant(String text) {
      var lower = text.toLowerCase(Locale.ROOT);
      return words.stream().anyMatch(lower::contains);
    }
  }

  /** The list of this name; empty if there is none. */
  public static Optional<ChoiceList> find(String name) {
    if (!name.matches("[a-z][a-z-]{0,39}")) {
      return Optional.empty();
    }
    var path = "lists/" + name + ".yaml";
    var known = READ.get(path);
    if (known == null && new ClassPathResource(path).exists()) {
      known = DataFile.resource(path).as(ChoiceList.class);
      READ.put(path, known);
    }
    return Optional.ofNullable(known);
  }

  /** Those choices a text may mean, in order. */
  public List<Choice> meant(String text) {
    return choices.stream().filter(choice -> choice.meant(text)).toList();
  }
}
