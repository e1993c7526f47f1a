package org.bihuan.foundation.letters;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has people told. A letter is written in the transaction of what happened, or not at all; sending
 * it is somebody else's business, after the commit.
 */
@Component
public class Letters {

  private static final UUID LAST = new UUID(-1, -1);

  private final LetterSql sql;
  private final LetterSettings settings;
  private final List<Carrier> carriers;
  private final AddressBook addresses;
  private final MessageSource words;
  private final Clock clock;

  Letters(
      LetterSql sql,
      LetterSettings settings,
      List<Carrier> carriers,
      AddressBook addresses,
      MessageSource words,
      Clock clock) {
    this.sql = sql;
    this.settings = settings;
    this.carriers = List.copyOf(carriers);
    this.addresses = addresses;
    this.words = words;
    this.clock = clock;
  }

  /**
   * Writes what a person is to be told, once by each way there is; joins the caller's transaction.
   *
   * @return by how many ways it was written now; none if the event was told before
   */
  @Transactional
  public int send(Wish wish) {
    return send(List.of(wish));
  }

  /** As {@link #send(Wish)}, for several; tells how many letters were written now. */
  @Transactional
  public int send(Collection<Wish> wishes) {
    var now = clock.instant();
    var next = LetterRules.loud(settings, now);
    var news =
        wishes.stream().filter(wish -> LetterRules.news(settings, wish.happenedAt(), now)).toList();
    var people = news.stream().map(Wish::person).collect(Collectors.toSet());
    var drafts = new ArrayList<LetterSql.Draft>();
    wishes.forEach(wish -> drafts.add(draft(wish, Way.INBOX, null)));
    for (var carrier : carriers) {
      var reached = addresses.reached(people, carrier.way());
      news.stream()
          .filter(wish -> reached.contains(wish.person()))
          .forEach(wish -> drafts.add(draft(wish, carrier.way(), next)));
    }
    return sql.write(drafts);
  }

  private LetterSql.Draft draft(Wish wish, Way way, @Nullable Instant next) {
    var state = next == null ? Post.State.SENT : Post.State.WAITING;
    var letter =
        new Letter(
            Uuid7.next(clock),
            wish.caseId(),
            way,
            wish.kind(),
            said(wish, "title"),
            said(wish, "words"),
            new Post(state, 0, wish.happenedAt()),
            null,
            null);
    return new LetterSql.Draft(letter, wish.event(), wish.person(), next);
  }

  private Text said(Wish wish, String part) {
    var key = "letters." + wish.kind() + "." + part;
    return new Text(said(key, wish, Locale.CHINESE), said(key, wish, Locale.ENGLISH));
  }

  private String said(String key, Wish wish, Locale language) {
    return words.getMessage(
        key, wish.fills().stream().map(fill -> fill.in(language)).toArray(), language);
  }

  /** What was told about a matter, newest first. */
  @Transactional(readOnly = true)
  public List<Told> told(UUID caseId) {
    return Told.of(sql.ofCase(caseId));
  }

  /** Letters to be carried, newest first, from before a letter; absent begins with the newest. */
  @Transactional(readOnly = true)
  public List<Letter> outbox(Post.State state, @Nullable UUID before, int limit) {
    return sql.outbox(state, before == null ? LAST : before, limit);
  }

  /** True if this way is open here. */
  public boolean goes(Way way) {
    return carriers.stream().anyMatch(carrier -> carrier.way() == way);
  }

  /**
   * From now on the person is also written to by e-mail; an empty text ends that.
   *
   * @return false if it is no address
   */
  @Transactional
  public boolean alsoTo(UUID person, String email) {
    boolean sound =
        email.isEmpty() || email.matches("[^\\s@<>,;\"]{1,64}@[\\w.-]{1,180}\\.\\w{2,20}");
    if (sound) {
      addresses.keep(person, email);
    }
    return sound;
  }

  /** Where the person is also written to, masked; absent if nowhere. */
  @Transactional(readOnly = true)
  public @Nullable String alsoTo(UUID person) {
    return addresses.find(person, Way.EMAIL).map(AddressBook.Address::masked).orElse(null);
  }

  /** Deletes what a person was told and where they also wanted to be written to. */
  @Transactional
  public void forget(UUID person) {
    addresses.keep(person, "");
    sql.forget(person);
  }

  /** Lets a letter that was given up be tried anew; false if it was not given up. */
  @Transactional
  public boolean again(UUID id) {
    return sql.again(id, clock.instant());
  }
}
