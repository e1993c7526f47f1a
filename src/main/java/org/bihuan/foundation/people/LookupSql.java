package org.bihuan.foundation.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.shared.Columns;
import org.bihuan.foundation.shared.District;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements that put newcomers on file, and those by which people are found again. */
@Component
class LookupSql {

  /**
   * All there is of newcomers; of those whose name and phone somebody has, nothing. Keys are
   * claimed in one order, so that two callers never wait in a ring.
   */
  private static final String ENTER =
      """
      with given as materialized (
        select * from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:names as text[]),
                             cast(:organisations as text[]), cast(:blinds as bytea[]),
                             cast(:phones as bytea[]))
             with ordinality as g (id, kind, name, organisation, blind, phone, place)
      ), claimed as (
        insert into people.person_key (district, blind, person_id, version)
        select :district, blind, id, :version from given order by blind, place
        on conflict (district, blind) do nothing
        returning person_id
      ), entered as (
        insert into people.person (district, id, kind, name, organisation, created_at)
        select :district, g.id, g.kind, g.name, g.organisation, :at
          from claimed c join given g on g.id = c.person_id
      ), reachable as (
        insert into people.contact (district, person_id, blind, name, organisation, phone, given_at)
        select :district, g.id, g.blind, g.name, g.organisation, g.phone, :at
          from claimed c join given g on g.id = c.person_id
      ), found as (
        insert into people.clue (district, blind, person_id, version)
        select :district, k.blind, k.id, :version
          from claimed c
          join unnest(cast(:clues as bytea[]), cast(:clueOwners as uuid[])) as k (blind, id)
            on k.id = c.person_id
        on conflict on constraint clue_pk do nothing
      )
      select person_id from claimed
      """;

  /** The rows that were there before stay: a clue is kept once, however often it is given. */
  private static final String KEEP =
      """
      insert into people.clue (district, blind, person_id, version)
      select :district, b.blind, :person, :version from unnest(cast(:blinds as bytea[])) as b (blind)
      on conflict on constraint clue_pk do nothing
      """;

  private static final String PEOPLE =
      """
      select distinct person_id from people.clue
       where district = :district and blind = any(:blinds)
       order by person_id desc limit :limit
      """;

  private final JdbcClient jdbc;
  private final int district;

  LookupSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  /**
   * Somebody without a number who may be new, with what they are known and found by.
   *
   * @param blind digest of name and phone
   * @param clues digests of what the desk finds them by
   */
  record Newcomer(
      UUID id, Applicant applicant, byte[] blind, Ciphertext phone, List<byte[]> clues) {}

  /**
   * Puts people on file whose names and phones are not there already.
   *
   * @param version of the key all is closed with
   * @return the ids of those who were put on file
   */
  Set<UUID> enter(Collection<Newcomer> newcomers, int version, Instant at) {
    var owners = newcomers.stream().flatMap(n -> n.clues().stream().map(_ -> n.id().toString()));
    return newcomers.isEmpty()
        ? Set.of()
        : jdbc.sql(ENTER)
            .param("district", district)
            .param("version", version)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("ids", Columns.texts(newcomers, Newcomer::id))
            .param("kinds", Columns.texts(newcomers, n -> n.applicant().kind().code()))
            .param("names", Columns.texts(newcomers, n -> n.applicant().name()))
            .param("organisations", Columns.texts(newcomers, n -> n.applicant().organisation()))
            .param("blinds", newcomers.stream().map(Newcomer::blind).toArray(byte[][]::new))
            .param("phones", newcomers.stream().map(n -> n.phone().bytes()).toArray(byte[][]::new))
            .param(
                "clues", newcomers.stream().flatMap(n -> n.clues().stream()).toArray(byte[][]::new))
            .param("clueOwners", owners.toArray(String[]::new))
            .query((row, n) -> Objects.requireNonNull(row.getObject("person_id", UUID.class)))
            .set();
  }

  void keep(UUID person, int version, List<byte[]> blinds) {
    jdbc.sql(KEEP)
        .param("district", district)
        .param("person", person)
        .param("version", version)
        .param("blinds", blinds.toArray(byte[][]::new))
        .update();
  }

  /** The newest first. */
  List<UUID> people(Collection<byte[]> blinds, int limit) {
    return jdbc.sql(PEOPLE)
        .param("district", district)
        .param("blinds", blinds.toArray(byte[][]::new))
        .param("limit", limit)
        .query((row, n) -> Objects.requireNonNull(row.getObject("person_id", UUID.class)))
        .list();
  }
}
