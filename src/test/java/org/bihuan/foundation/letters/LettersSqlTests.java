package org.bihuan.foundation.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.people.TestingPeople;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Letters from the wish to the carrier. */
class LettersSqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final District DISTRICT = new District(140213);
  private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");

  @TempDir static Path folder;

  private final UUID matter = UUID.randomUUID();
  private final LetterSql sql = new LetterSql(DATABASE.jdbc(), DISTRICT);
  private final LetterSettings settings = LetterRulesTests.settings("21:00", "08:00");
  private final TestingCarrier carrier = new TestingCarrier();
  private Instant now = NOON;
  private UUID person = matter;

  /** A gateway that does as it is told and remembers what it was given. */
  private static final class TestingCarrier implements Carrier {
    private final List<Outgoing> given = new ArrayList<>();
    private Carried answer = new Carried.Handed();

    @Override
    public Way way() {
      return Way.SMS;
    }

    @Override
    public Carried carry(Outgoing letter) {
      given.add(letter);
      return answer;
    }
  }

  @BeforeEach
  void empties() {
    DATABASE.jdbc().sql("delete from letters.letter").update();
    person = TestingPeople.resident(DATABASE, folder, "张三", "13812341234");
  }

  private Clock clock() {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  private AddressBook addresses() {
    var people = TestingPeople.in(DATABASE, folder);
    var sql = new AddressSql(DATABASE.jdbc(), DISTRICT);
    return new AddressBook(sql, people, TestingPeople.seal(DATABASE, folder), clock());
  }

  private Letters letters() {
    var words = new ResourceBundleMessageSource();
    words.setBasename("messages");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    return new Letters(sql, settings, List.of(carrier), addresses(), words, clock());
  }

  private int wish(String event, Instant at) {
    var fills = List.of(new Text("S1", "S1"), new Text("AB-CD", "AB-CD"), new Text("明天", "soon"));
    return letters().send(new Wish(event, person, matter, "received", fills, at));
  }

  private void round(Duration later) {
    now = now.plus(later);
    new Postman(sql, settings, addresses(), List.of(carrier), clock()).run();
  }

  private List<Letter> outbox(Post.State state) {
    return letters().outbox(state, null, 50);
  }

  @Test
  void handsItsAddressesOutToBeClosedAnew() {
    var column = new AddressSql(DATABASE.jdbc(), DISTRICT);
    letters().alsoTo(person, "a@example.com");
    var closed = column.after(new UUID(0, 0), 9).getFirst();
    assertThat(closed.row()).isEqualTo(person);
    assertThat(column.closedWith(1)).isOne();
    var fresh = closed.value().clone();
    fresh[0] = 2;
    assertThat(column.replace(closed, fresh)).isTrue();
    assertThat(column.replace(closed, fresh)).isFalse();
    assertThat(column.closedWith(2)).isOne();
    assertThat(column.after(person, 9)).isEmpty();
    wish("e:9", NOON);
    letters().forget(person);
    assertThat(letters().told(matter)).isEmpty();
    assertThat(letters().alsoTo(person)).isNull();
  }

  @Nested
  class Writing {

    @Test
    void happensOnceForAnEventHoweverOftenItIsWished() {
      assertThat(wish("e:1", NOON)).isEqualTo(2);
      assertThat(wish("e:1", NOON)).isZero();
      var told = letters().told(matter).getFirst();
      assertThat(told.letters()).extracting(Letter::way).containsExactly(Way.INBOX, Way.SMS);
      assertThat(told.words().zh()).contains("S1", "AB-CD", "明天").doesNotContain("{");
      assertThat(told.words().en()).contains("soon").doesNotContain("明天", "{");
    }

    @Test
    void isShownOnceForAllItsWaysTheNewestFirst() {
      wish("e:1", NOON);
      wish("e:2", NOON.plusSeconds(60));
      assertThat(letters().told(matter))
          .extracting(Told::at)
          .containsExactly(NOON.plusSeconds(60), NOON);
    }

    @Test
    void sendsNoOldNews() {
      assertThat(wish("e:1", NOON.minus(Duration.ofDays(3)))).isOne();
      round(Duration.ofSeconds(1));
      assertThat(carrier.given).isEmpty();
    }
  }

  @Nested
  class Carrying {

    @Test
    void bringsALetterOnceWithTheAddressMaskedForEverybodyElse() {
      wish("e:1", NOON);
      round(Duration.ofSeconds(1));
      round(Duration.ofHours(1));
      assertThat(carrier.given).extracting(Carrier.Outgoing::to).containsExactly("13812341234");
      assertThat(carrier.given.getFirst().toString()).doesNotContain("138");
      assertThat(outbox(Post.State.SENT))
          .extracting(Letter::address)
          .containsExactly("138****1234");
    }

    @Test
    void staysQuietAtNight() {
      now = Instant.parse("2026-11-23T14:00:00Z");
      wish("e:1", now);
      round(Duration.ofHours(1));
      assertThat(carrier.given).isEmpty();
      round(Duration.ofHours(9));
      assertThat(carrier.given).hasSize(1);
    }

    @Test
    void triesAgainWithGrowingWaitsAndGivesUpInTheOpen() {
      carrier.answer = new Carrier.Carried.Failed("HTTP 503", false);
      wish("e:1", NOON);
      round(Duration.ofSeconds(1));
      round(Duration.ofSeconds(20));
      assertThat(carrier.given).hasSize(1);
      round(Duration.ofSeconds(20));
      round(Duration.ofSeconds(61));
      round(Duration.ofHours(3));
      assertThat(carrier.given).hasSize(3);
      assertThat(carrier.given)
          .extracting(Carrier.Outgoing::id)
          .containsOnly(carrier.given.getFirst().id());
      var letter = outbox(Post.State.GIVEN_UP).getFirst();
      assertThat(letter.fault()).isEqualTo("HTTP 503");
      carrier.answer = new Carrier.Carried.Handed();
      assertThat(letters().again(letter.id())).isTrue();
      assertThat(letters().again(letter.id())).isFalse();
      round(Duration.ofSeconds(1));
      assertThat(outbox(Post.State.SENT)).hasSize(1);
    }

    @Test
    void givesUpAtOnceWhereTryingIsOfNoUse() {
      carrier.answer = new Carrier.Carried.Failed("HTTP 400", true);
      wish("e:1", NOON);
      round(Duration.ofSeconds(1));
      assertThat(outbox(Post.State.GIVEN_UP)).hasSize(1);
    }

    /** The process dies with the letter in its hands: after the lease somebody else takes it. */
    @Test
    void losesNoLetterInACrash() {
      wish("e:1", NOON);
      assertThat(sql.claim(now, now.plus(settings.lease()), 50)).hasSize(1);
      round(Duration.ofMinutes(1));
      assertThat(carrier.given).isEmpty();
      round(Duration.ofMinutes(2));
      assertThat(carrier.given).hasSize(1);
    }
  }

  @Nested
  class Addressing {

    @Test
    void keepsAnAddressClosedAndForgetsItWhenAsked() {
      assertThat(letters().alsoTo(person, "zhang@example.com")).isTrue();
      assertThat(letters().alsoTo(person)).isEqualTo("z***@example.com");
      assertThat(letters().alsoTo(person, "no address")).isFalse();
      assertThat(letters().alsoTo(person, "a@b.c\nBcc: x@y.zz")).isFalse();
      assertThat(letters().alsoTo(person, "")).isTrue();
      assertThat(letters().alsoTo(person)).isNull();
    }
  }
}
