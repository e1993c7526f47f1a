package org.bihuan.portal.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.evidence.Kept;
import org.bihuan.foundation.evidence.Photos;
import org.bihuan.foundation.policy.Policy;
import org.bihuan.foundation.policy.PolicyRule;
import org.bihuan.foundation.policy.Relation;
import org.bihuan.foundation.policy.Sight;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.Cases;
import org.bihuan.portal.frame.Visitor;
import org.bihuan.portal.sight.PolicyScene.Matter;
import org.bihuan.services.stations.Outcome;
import org.bihuan.services.stations.Stations;
import org.bihuan.services.stations.visits.CareVisit;
import org.bihuan.services.stations.visits.CareVisits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls every route of the table as every part in every relation, and compares with the table. */
@TestApp
class PolicyTableTests {

  /** Names nothing there is. */
  private static final String NOTHING = "00000000-0000-7000-8000-0000000000aa";

  private static final String MATTER = "{number}";

  /** Rules of routes that show many matters: of each unit its own. */
  private static final Set<String> LISTS = Set.of("list", "act", "rates");

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired Policy policy;
  @Autowired Cases cases;
  @Autowired Evidence evidence;
  @Autowired CareVisits visits;
  @Autowired Stations stations;
  @Autowired org.bihuan.services.stations.Photos pictures;

  private PolicyScene scene = new PolicyScene(0, staff, work, clock);

  @BeforeEach
  void begins() {
    work.begin();
    scene = new PolicyScene(port, staff, work, clock);
  }

  /** What an answer amounts to; masked and whole look alike from outside. */
  private enum Got {
    DENIED,
    HIDDEN,
    SHOWN;

    static Got of(Sight sight) {
      return switch (sight) {
        case DENY -> DENIED;
        case HIDE -> HIDDEN;
        case MASK, ALLOW -> SHOWN;
      };
    }
  }

  private static boolean isApi(String route) {
    return route.contains(" /api/");
  }

  private String path(String route, Matter matter) {
    var one = route.contains("/grid/") ? NOTHING : "appeal";
    var id = route.contains("/files/") ? photoOf(matter) : one;
    return route
        .substring(route.indexOf(' ') + 1)
        .replace("{number}", matter.number())
        .replace("{code}", matter.code())
        .replace("{grid}", "140213055901001")
        .replace("{record}", NOTHING)
        .replace("/riders/{item}", "/riders/rider-parking")
        .replace("{clock}", "acceptance")
        .replace("{rate}", "solved")
        .replace("{act}", "accept")
        .replace("{format}", "json")
        .replace("/guides/{item}", "/guides/construction-permit")
        .replace("{item}", "street-lamp")
        .replace("{station}", "zhenhua") // kept by the unit of those who ask
        .replace("{visit}", route.contains("{visit}") ? visit() : "")
        .replace("{photo}", route.contains("{photo}") ? photo() : "")
        .replace("{id}", id);
  }

  /** A photo with time and place, the same whenever it is given. */
  private String photoOf(Matter matter) {
    var file = CaseNumber.parse(matter.number()).flatMap(cases::find).orElseThrow();
    var photo = new ByteArrayInputStream(Photos.photo(1));
    return switch (evidence.put(file.identity().id().value(), Actor.CLOCK, "a.jpg", photo)) {
      case Kept.Stored(var stored) -> stored.id().toString();
      case Kept.Refused(var reason) -> throw new AssertionError(reason.code());
    };
  }

  /** A care visit, the same whenever it is asked for. */
  private String visit() {
    var sent =
        Map.of(
            "request", "00000000-0000-7000-8000-000000000077",
            "day", "2026-11-20",
            "station", "zhenhua",
            "unit.1", "street-054",
            "people", "2",
            "met", "1");
    var typed = new LinkedHashMap<String, List<String>>();
    sent.forEach((name, value) -> typed.put(name, List.of(value)));
    return switch (visits.keep(Typed.of(typed), Actor.CLOCK)) {
      case Outcome.Done<CareVisit>(var visit) -> visit.id().toString();
      case Outcome.Refused<CareVisit>(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  /** A picture of the station, the same whenever it is asked for. */
  private String photo() {
    var sent =
        new org.bihuan.services.stations.Photos.Sent(
            "a.jpg", new ByteArrayInputStream(Photos.photo(1)));
    var words = Typed.of(Map.of("words.zh", List.of("门口")));
    var station = stations.find("zhenhua").orElseThrow();
    return switch (pictures.add(station, sent, words, Actor.CLOCK)) {
      case Outcome.Done<org.bihuan.services.stations.Photos.Photo>(var photo) ->
          photo.file().toString();
      case Outcome.Refused<org.bihuan.services.stations.Photos.Photo>(var errors) ->
          throw new AssertionError(errors.toString());
    };
  }

  /** A call that changes nothing: what is sent is never right. */
  private Got call(String route, Visitor visitor, @Nullable String token, Matter matter) {
    var path = path(route, matter);
    if (isApi(route)) {
      var answer =
          route.startsWith("GET")
              ? scene.get(token, path)
              : scene.post(token, path.replace("accept", "no-such-act"), "{}");
      return answer.statusCode() == 401
          ? Got.DENIED
          : api(answer.statusCode(), answer.body().contains("unknown-case"));
    }
    var seen =
        route.startsWith("POST")
            ? visitor.sendFrom(visitor.open("/track"), path, "version", "999999")
            : visitor.open(path);
    return page(route, seen);
  }

  /** The guard denies without a name; the rules name what they refuse. */
  private static Got api(int status, boolean unknown) {
    return status == 403 ? Got.DENIED : status == 404 && unknown ? Got.HIDDEN : Got.SHOWN;
  }

  private static Got page(String route, Visitor.Seen seen) {
    if (route.contains("/sign-in")
        || route.endsWith("/district-mark")
        || route.contains("/open311/")) {
      return Got.SHOWN; // one step leads to another; a mark or a request need not exist
    }
    boolean backAtTheDoor = seen.path().startsWith("/track") && !seen.path().startsWith("/track/");
    if (seen.status() == 403 || seen.path().contains("/sign-in")) {
      return Got.DENIED;
    }
    boolean ofAMatter = route.contains("{code}");
    return seen.status() == 404 || (ofAMatter && backAtTheDoor) ? Got.HIDDEN : Got.SHOWN;
  }

  private void compare(Map<String, String> wrong, String route, String who, Got got, Sight sight) {
    if (got != Got.of(sight)) {
      wrong.put(route + " as " + who, got + ", the table says " + sight.code());
    }
  }

  private List<Map.Entry<String, PolicyRule>> routes(boolean ofMatters) {
    return new ArrayList<>(
        new TreeMap<>(policy.routes())
            .entrySet().stream()
                .filter(e -> e.getKey().contains(MATTER) == ofMatters)
                .filter(e -> !e.getKey().startsWith("ANY"))
                .toList());
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"APPLICANT", "SYSTEM"},
      mode = EnumSource.Mode.EXCLUDE)
  void isKeptForEveryRelationOf(Role role) {
    var wrong = new TreeMap<String, String>();
    for (var relation : Relation.values()) {
      var standing = scene.standing(role, relation);
      if (standing != null) {
        var member = standing.member();
        var visitor = new Visitor(port).as(member.login(), member.password());
        for (var route : routes(true)) {
          var rule = route.getValue();
          var sight =
              max(rule.sight(role.code(), relation), rule.sight(role.code(), Relation.OTHER));
          if (relation == Relation.THEIR_TURN && role == Role.HANDLER) {
            sight = max(sight, rule.sight(role.code(), Relation.OWN_UNIT));
          }
          var got = call(route.getKey(), visitor, member.token(), standing.matter());
          compare(wrong, route.getKey(), role.code() + "/" + relation.code(), got, sight);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static Sight max(Sight one, Sight other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"APPLICANT", "SYSTEM"},
      mode = EnumSource.Mode.EXCLUDE)
  void isKeptOnEveryOtherRouteFor(Role role) {
    var wrong = new TreeMap<String, String>();
    var member = staff.another("street-054", role);
    var matter = scene.fresh();
    for (var route : routes(false)) {
      var visitor = new Visitor(port).as(member.login(), member.password());
      var relation = LISTS.contains(route.getValue().name()) ? Relation.OWN_UNIT : Relation.OTHER;
      var got = call(route.getKey(), visitor, member.token(), matter);
      var sight = route.getValue().sight(role.code(), relation);
      compare(wrong, route.getKey(), role.code(), got, sight);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void isKeptForThoseWhoAreNotSignedIn() {
    var wrong = new TreeMap<String, String>();
    var matter = scene.fresh();
    var all = new ArrayList<>(routes(true));
    all.addAll(routes(false));
    for (var route : all) {
      var got = call(route.getKey(), new Visitor(port), null, matter);
      var sight = route.getValue().sight(PolicyRule.ANONYMOUS, Relation.OTHER);
      compare(wrong, route.getKey(), "anonymous", got, sight);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void showsTheirOwnMatterToWhoHasCodeAndPhone() {
    var wrong = new TreeMap<String, String>();
    var matter = scene.fresh();
    for (var route : routes(false)) {
      if (route.getValue().name().equals("own-matter") && !isApi(route.getKey())) {
        var person = new Visitor(port);
        person.send("/track", "code", matter.code(), "tail", "5678");
        var got = call(route.getKey(), person, null, matter);
        compare(wrong, route.getKey(), "the person", got, Sight.MASK);
      }
    }
    var tracked = scene.get(null, "/api/v1/track/" + matter.code() + "?phoneTail=5678");
    assertThat(tracked.statusCode()).isEqualTo(200);
    assertThat(wrong).isEmpty();
  }
}
