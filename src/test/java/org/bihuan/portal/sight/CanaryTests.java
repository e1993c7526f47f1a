package org.bihuan.portal.sight;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.policy.Policy;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.portal.frame.Visitor;
import org.bihuan.portal.sight.PolicyScene.Matter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts values that are found nowhere else into every field of a person, and looks everywhere. */
@TestApp
class CanaryTests {

  private static final String NAME = "犇羴鱻";
  private static final String PHONE = "13798760007";
  private static final String ID_NUMBER = "140213198808080008";
  private static final List<String> SECRET = List.of(NAME, "羴鱻", PHONE, ID_NUMBER);

  /** For those who may see the matter only. */
  private static final List<String> OF_THE_MATTER = List.of("麤灯不亮", "骉路口");

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired Policy policy;
  @Autowired Register register;
  @Autowired JdbcClient jdbc;

  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private PolicyScene scene = new PolicyScene(0, staff, work, clock);
  private Matter matter = new Matter("", "");

  @BeforeEach
  void begins() {
    log.start();
    root().addAppender(log);
    work.begin();
    scene = new PolicyScene(port, staff, work, clock);
    var body =
        """
        {"procedure":"appeal","item":"street-lamp","title":"麤灯不亮","area":"140213051",
         "applicant":{"name":"%s","phone":"%s","idNumber":"%s"},
         "facts":{"description":"骉路口整排路灯不亮"}}
        """
            .formatted(NAME, PHONE, ID_NUMBER);
    var answer = scene.post(staff.token(Role.CLERK), "/api/v1/cases", body);
    var opened = PolicyScene.read(answer);
    matter = new Matter(opened.path("number").asString(), opened.path("code").asString());
    work.follow();
  }

  @AfterEach
  void ends() {
    root().detachAppender(log);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Everything this visitor can get, page by page and call by call. */
  private List<String> everything(Visitor visitor, String token) {
    var got = new ArrayList<String>();
    for (var route : policy.routes().keySet()) {
      if (route.startsWith("GET")) {
        var path =
            route
                .substring(4)
                .replace("{format}", "json")
                .replace("{number}", matter.number())
                .replace("{code}", matter.code())
                .replace("{clock}", "acceptance")
                .replace("{act}", "accept")
                .replace("{item}", "street-lamp")
                .replace("{grid}", "140213055901001")
                .replace("{record}", "appeal")
                .replace("{id}", "appeal")
                .replaceAll("[{][^}]+[}]", "none");
        got.add(
            path.startsWith("/api/")
                ? scene.get(token.isEmpty() ? null : token, path).body()
                : visitor.open(path).body());
      }
    }
    for (var words : List.of("麤灯", "骉路口", NAME, PHONE, matter.number(), matter.code())) {
      got.add(withoutEcho(visitor.open("/desk?queue=all&q=" + encoded(words)).body(), words));
    }
    return got;
  }

  /** What somebody typed stands in their own search box. */
  private static String withoutEcho(String page, String words) {
    return page.replace("value=\"" + words + "\"", "").replace(encoded(words), "");
  }

  @Test
  void areShownToNobodyInFull() {
    looksEverywhere();
  }

  private void looksEverywhere() {
    for (var role : List.of(Role.CLERK, Role.DISPATCHER, Role.CALLER, Role.LEADER, Role.ADMIN)) {
      var member = staff.another("street-054", role);
      var visitor = new Visitor(port).as(member.login(), member.password());
      assertThat(everything(visitor, member.token()))
          .as(role.code())
          .noneMatch(page -> SECRET.stream().anyMatch(page::contains));
    }
    var person = new Visitor(port);
    person.send("/track", "code", matter.code(), "tail", "0007");
    assertThat(everything(person, "")).noneMatch(page -> SECRET.stream().anyMatch(page::contains));
  }

  @Test
  void areNotEvenHintedAtToOtherUnitsAndTheStreet() {
    for (var role : List.of(Role.HANDLER, Role.APPROVER, Role.INTEGRATOR)) {
      var member = staff.another("street-054", role);
      var visitor =
          role == Role.INTEGRATOR
              ? new Visitor(port)
              : new Visitor(port).as(member.login(), member.password());
      assertThat(everything(visitor, member.token()))
          .as(role.code())
          .noneMatch(page -> SECRET.stream().anyMatch(page::contains))
          .noneMatch(page -> OF_THE_MATTER.stream().anyMatch(page::contains));
    }
    assertThat(everything(new Visitor(port), ""))
        .noneMatch(page -> OF_THE_MATTER.stream().anyMatch(page::contains));
  }

  @Test
  void areInNoLogAndNoExportOfTheRegister() {
    looksEverywhere();
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .noneMatch(line -> SECRET.stream().anyMatch(line::contains));
    var export = new StringWriter();
    register.export(new PrintWriter(export));
    assertThat(export.toString()).contains(matter.number().substring(0, 10));
    assertThat(SECRET).noneMatch(export.toString()::contains);
  }

  /** Names lie in one table, which the application alone reads; numbers lie nowhere. */
  @Test
  void areInNoTable() {
    var tables =
        jdbc.sql(
                """
                select schemaname || '.' || tablename from pg_tables
                 where schemaname not in ('pg_catalog', 'information_schema')
                   and tablename <> 'flyway_history'
                """)
            .query(String.class)
            .list();
    assertThat(tables).contains("people.person", "cases.case_entry");
    for (var table : tables) {
      var hits =
          jdbc.sql(
                  "select count(*) from "
                      + table
                      + " t where t::text like '%"
                      + PHONE
                      + "%' or t::text like '%"
                      + ID_NUMBER
                      + "%'")
              .query(Long.class)
              .single();
      assertThat(hits).as(table).isZero();
    }
  }
}
