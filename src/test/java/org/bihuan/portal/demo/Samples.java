package org.bihuan.portal.demo;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.procedures.ActRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Matters of the demo to look at: in every state, and with every act that can be done to them. */
final class Samples {

  private final Cases cases;
  private final Cast cast;
  private final JdbcClient jdbc;

  Samples(Cases cases, Cast cast, JdbcClient jdbc) {
    this.cases = cases;
    this.cast = cast;
    this.jdbc = jdbc;
  }

  /** A matter somebody raised, and the phone they raised it with. */
  record Raised(CaseView file, String phone) {

    String code() {
      return file.identity().code().value();
    }

    String number() {
      return file.identity().number().value();
    }

    String tail() {
      return phone.substring(phone.length() - 4);
    }
  }

  /** The first story of a kind that stands in this state. */
  Raised in(String kind, String state) {
    var story =
        Stories.book().stream()
            .filter(s -> s.matter().kind().equals(kind) && s.state().equals(state))
            .filter(s -> s.applicant() != null)
            .findFirst()
            .orElseThrow();
    var number =
        jdbc.sql("select number from cases.case_file where title = :title order by number limit 1")
            .param("title", story.matter().title())
            .query(String.class)
            .single();
    return new Raised(
        file(number), String.valueOf(Objects.requireNonNull(story.applicant()).phone()));
  }

  /** The number of the matter with this title. */
  String titled(String title) {
    return jdbc.sql("select number from cases.case_file where title = :title")
        .param("title", title)
        .query(String.class)
        .single();
  }

  /** The numbers of matters of a kind in a state, at most so many. */
  List<String> numbers(String kind, String state, int most) {
    return jdbc.sql(
            "select number from cases.case_file where procedure = :kind and state = :state"
                + " order by number limit :most")
        .param("kind", kind)
        .param("state", state)
        .param("most", most)
        .query(Samples::number)
        .list();
  }

  /** The id of a root cause. */
  String cause() {
    return jdbc.sql("select id::text from causes.cause order by id limit 1")
        .query(String.class)
        .single();
  }

  /** An edit of a record that waits for somebody to choose. */
  UUID clash() {
    return jdbc.sql("select id from grids.clash where settled_at is null order by id limit 1")
        .query(UUID.class)
        .single();
  }

  /** A record of the first grid in this state. */
  UUID record(String state) {
    return jdbc.sql(
            "select id from grids.record where state = :state and grid = '140213055901001'"
                + " order by at limit 1")
        .param("state", state)
        .query(UUID.class)
        .single();
  }

  /** By login, the page of every act that member of the staff can do; each act only once. */
  Map<String, List<String>> acts() {
    var pages = new LinkedHashMap<String, List<String>>();
    var known = new TreeSet<String>();
    var troupe = cast.troupe();
    for (var file : inEachState()) {
      for (var member : troupe.members()) {
        for (var rule : cases.acts(file.identity().id(), troupe.actor(member.login()))) {
          if (known.add(file.identity().procedure() + " " + rule.id())) {
            pages.computeIfAbsent(member.login(), _ -> new ArrayList<>()).add(page(file, rule));
          }
        }
      }
    }
    return pages;
  }

  /** The latest care visit. */
  String visit() {
    return jdbc.sql("select id::text from stations.visit order by day desc, id desc limit 1")
        .query(String.class)
        .single();
  }

  private List<CaseView> inEachState() {
    return jdbc
        .sql(
            "select distinct on (procedure, state) number from cases.case_file"
                + " order by procedure, state, number")
        .query(Samples::number)
        .list()
        .stream()
        .map(this::file)
        .toList();
  }

  /** The page of the roll that waits to be taken in. */
  String roll() {
    var id = jdbc.sql("select id::text from league.roll limit 1").query(String.class).single();
    return "/desk/league/rolls/" + id;
  }

  private static String number(ResultSet row, int count) throws SQLException {
    return String.valueOf(row.getString("number"));
  }

  private CaseView file(String number) {
    return cases.find(CaseNumber.parse(number).orElseThrow()).orElseThrow();
  }

  private static String page(CaseView file, ActRule rule) {
    return "/desk/cases/" + file.identity().number().value() + "/acts/" + rule.id();
  }
}
