package org.bihuan.foundation.letters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.bihuan.foundation.shared.Columns;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on letters. */
@Component
class LetterSql {

  private static final String WRITE =
      """
      insert into letters.letter
        (district, id, event, way, person_id, case_id, kind, title_zh, title_en, words_zh, words_en,
         state, tries, written_at, next_at, sent_at)
      select :district, g.id, g.event, g.way, g.person, g.case_id, g.kind, g.title_zh, g.title_en,
             g.words_zh, g.words_en, g.state, 0, g.at, g.next,
             case when g.state = 'sent' then g.at end
        from unnest(cast(:ids as uuid[]), cast(:events as text[]), cast(:ways as text[]),
                    cast(:people as uuid[]), cast(:cases as uuid[]), cast(:kinds as text[]),
                    cast(:titlesZh as text[]), cast(:titlesEn as text[]), cast(:wordsZh as text[]),
                    cast(:wordsEn as text[]), cast(:states as text[]),
                    cast(:moments as timestamptz[]), cast(:nexts as timestamptz[]))
             as g (id, event, way, person, case_id, kind, title_zh, title_en, words_zh, words_en,
                   state, at, next)
      on conflict on constraint letter_once do nothing
      """;

  private static final String COLUMNS =
      """
      select id, person_id, case_id, way, kind, title_zh, title_en, words_zh, words_en, state, tries,
             written_at, address, fault
        from letters.letter
      """;

  private static final String OF_CASE =
      COLUMNS + " where district = :district and case_id = :caseId order by written_at, event, way";

  private static final String OUTBOX =
      COLUMNS
          + """
             where district = :district and state = :state and way <> 'inbox' and id < :before
             order by id desc limit :limit
            """;

  /** The try is counted and leased before it is made, so that a crash costs a try and no letter. */
  private static final String CLAIM =
      """
      update letters.letter
         set tries = tries + 1, next_at = :until
       where district = :district
         and id in (select id from letters.letter
                     where district = :district and state = 'waiting' and next_at <= :now
                     order by next_at limit :limit for update skip locked)
      returning id, person_id, case_id, way, kind, title_zh, title_en, words_zh, words_en, state,
                tries, written_at, address, fault
      """;

  private static final String SENT =
      """
      update letters.letter
         set state = 'sent', sent_at = :at, next_at = null, address = :address, fault = null
       where district = :district and id = :id and state = 'waiting' and tries = :tries
      """;

  private static final String FAILED =
      """
      update letters.letter set next_at = :next, state = :state, address = :address, fault = :fault
       where district = :district and id = :id and state = 'waiting' and tries = :tries
      """;

  private static final String AGAIN =
      """
      update letters.letter set state = 'waiting', tries = 0, next_at = :now
       where district = :district and id = :id and state = 'given-up'
      """;

  private static final String FORGET =
      "delete from letters.letter where district = :district and person_id = :person";

  private final JdbcClient jdbc;
  private final int district;

  LetterSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /** A letter and who it is for. */
  record Addressed(UUID person, Letter letter) {}

  /**
   * A letter to be written.
   *
   * @param event what it tells of; told once by each way
   * @param person whom it is for
   * @param next when it is to be sent; absent for what is only kept to be read
   */
  record Draft(Letter letter, String event, UUID person, @Nullable Instant next) {}

  /** Leaves out what was told by the same way before; tells how many were written. */
  int write(List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return 0;
    }
    return jdbc.sql(WRITE)
        .param("district", district)
        .param("ids", Columns.texts(drafts, d -> d.letter().id()))
        .param("events", Columns.texts(drafts, Draft::event))
        .param("ways", Columns.texts(drafts, d -> d.letter().way().code()))
        .param("people", Columns.texts(drafts, Draft::person))
        .param("cases", Columns.texts(drafts, d -> d.letter().caseId()))
        .param("kinds", Columns.texts(drafts, d -> d.letter().kind()))
        .param("titlesZh", Columns.texts(drafts, d -> d.letter().title().zh()))
        .param("titlesEn", Columns.texts(drafts, d -> d.letter().title().en()))
        .param("wordsZh", Columns.texts(drafts, d -> d.letter().words().zh()))
        .param("wordsEn", Columns.texts(drafts, d -> d.letter().words().en()))
        .param("states", Columns.texts(drafts, d -> d.letter().post().state().code()))
        .param("moments", Columns.texts(drafts, d -> d.letter().post().writtenAt()))
        .param("nexts", Columns.texts(drafts, Draft::next))
        .update();
  }

  List<Letter> ofCase(UUID caseId) {
    return jdbc.sql(OF_CASE)
        .param("district", district)
        .param("caseId", caseId)
        .query((row, n) -> letter(row))
        .list();
  }

  List<Letter> outbox(Post.State state, UUID before, int limit) {
    return jdbc.sql(OUTBOX)
        .param("district", district)
        .param("state", state.code())
        .param("before", before)
        .param("limit", limit)
        .query((row, n) -> letter(row))
        .list();
  }

  List<Addressed> claim(Instant now, Instant until, int limit) {
    return jdbc.sql(CLAIM)
        .param("district", district)
        .param("now", stamp(now))
        .param("until", stamp(until))
        .param("limit", limit)
        .query((row, n) -> new Addressed(row.getObject("person_id", UUID.class), letter(row)))
        .list();
  }

  /** False if somebody else has it by now. */
  boolean sent(Letter letter, Instant at, @Nullable String address) {
    return jdbc.sql(SENT)
            .param("district", district)
            .param("id", letter.id())
            .param("tries", letter.post().tries())
            .param("at", stamp(at))
            .param("address", address)
            .update()
        == 1;
  }

  /** False if somebody else has it by now; without a next try it is given up. */
  boolean failed(Letter letter, String fault, @Nullable String address, @Nullable Instant next) {
    var state = next == null ? Post.State.GIVEN_UP : Post.State.WAITING;
    return jdbc.sql(FAILED)
            .param("district", district)
            .param("id", letter.id())
            .param("tries", letter.post().tries())
            .param("next", next == null ? null : stamp(next))
            .param("state", state.code())
            .param("address", address)
            .param("fault", fault)
            .update()
        == 1;
  }

  /** False if it was not given up. */
  boolean again(UUID id, Instant now) {
    return jdbc.sql(AGAIN)
            .param("district", district)
            .param("id", id)
            .param("now", stamp(now))
            .update()
        == 1;
  }

  private static OffsetDateTime stamp(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        Way.of(row.getString("way")),
        row.getString("kind"),
        new Text(row.getString("title_zh"), row.getString("title_en")),
        new Text(row.getString("words_zh"), row.getString("words_en")),
        new Post(
            Post.State.of(row.getString("state")),
            row.getInt("tries"),
            row.getObject("written_at", OffsetDateTime.class).toInstant()),
        row.getString("address"),
        row.getString("fault"));
  }

  /** Tells how many letters there were. */
  int forget(UUID person) {
    return jdbc.sql(FORGET).param("district", district).param("person", person).update();
  }
}
