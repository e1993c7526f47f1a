package org.bihuan.portal.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.bihuan.TestStaff;
import org.bihuan.TestStaff.Member;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.policy.Relation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Matters and people that stand to each other in every way the table knows. */
final class PolicyScene {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REPLY = "{\"facts\":{\"reply\":\"已更换灯具并恢复照明，感谢您的反映\"}}";

  /** The unit that stands in each relation to {@link #worked}; the rest is further away. */
  private static final Map<Relation, String> UNITS =
      new EnumMap<>(
          Map.of(
              Relation.OWN_UNIT, "street-053",
              Relation.FORMER_UNIT, "street-052",
              Relation.FAMILY, "street-055",
              Relation.OWN_AREA, "street-051",
              Relation.OTHER, "street-054"));

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final TestStaff staff;
  private final TestWork work;
  private final TestingClock clock;

  /** A matter's number and code. */
  record Matter(String number, String code) {}

  PolicyScene(int port, TestStaff staff, TestWork work, TestingClock clock) {
    this.port = port;
    this.staff = staff;
    this.work = work;
    this.clock = clock;
  }

  /** Somebody of a role and a matter to which they stand like this, and in no closer way. */
  record Standing(Member member, Matter matter) {}

  /** Absent where nobody of the role can stand to a matter like this. */
  @Nullable Standing standing(Role role, Relation relation) {
    return switch (relation) {
      case OWN_MATTER -> null;
      case OPENED ->
          role == Role.CLERK || role == Role.INTEGRATOR
              ? opened(staff.another("street-054", role))
              : null;
      case THEIR_TURN -> turn(role);
      case OWN_UNIT, FORMER_UNIT, FAMILY, OWN_AREA, OTHER ->
          new Standing(staff.another(String.valueOf(UNITS.get(relation)), role), worked());
    };
  }

  private Standing opened(Member member) {
    var matter = opening(member.token());
    toUnit(matter, "street-053");
    return new Standing(member, matter);
  }

  private @Nullable Standing turn(Role role) {
    return switch (role) {
      case DISPATCHER -> new Standing(staff.another("street-054", role), fresh());
      case HANDLER -> new Standing(staff.another("street-053", role), working());
      case CALLER -> new Standing(staff.another("street-054", role), calling());
      case LEADER -> new Standing(staff.another("street-054", role), late());
      case APPLICANT, CLERK, APPROVER, GRID_WORKER, ADMIN, INTEGRATOR, SYSTEM -> null;
    };
  }

  /** Waits for a dispatcher. */
  Matter fresh() {
    return opening(staff.token(Role.CLERK));
  }

  private @Nullable Matter worked;

  /** Worked by one unit, given back by another, in the area of a third; a fourth helps. */
  Matter worked() {
    var there = worked;
    worked = there == null ? helped(working()) : there;
    return worked;
  }

  private Matter helped(Matter matter) {
    var body =
        """
        {"procedure":"joint","title":"现场核查","area":"140213051","channel":"internal","parent":"%s",
         "applicant":{"name":"张三丰","phone":"13812345678"},
         "facts":{"task":"请到现场核查线路","unit":"street-055"}}
        """
            .formatted(matter.number());
    var answer = post(staff.token(Role.DISPATCHER), "/api/v1/cases", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return matter;
  }

  private Matter working() {
    var matter = fresh();
    toUnit(matter, "street-052");
    var back = "{\"note\":\"不属于\",\"facts\":{\"clause\":\"other-area\"}}";
    act(staff.in("street-052", Role.HANDLER), matter, "return", back);
    act(staff.in("dispatch-centre", Role.DISPATCHER), matter, "dispatch", unit("street-053"));
    return matter;
  }

  /** Waits for a caller. */
  Matter calling() {
    var matter = fresh();
    toUnit(matter, "street-053");
    act(staff.in("street-053", Role.HANDLER), matter, "answer", REPLY);
    clock.move(Duration.ofDays(8));
    work.ringAlarms();
    return matter;
  }

  /** Waits for a leader. */
  private Matter late() {
    var matter = fresh();
    toUnit(matter, "street-053");
    clock.move(Duration.ofDays(9));
    work.ringAlarms();
    return matter;
  }

  private void toUnit(Matter matter, String unit) {
    var dispatcher = staff.in("dispatch-centre", Role.DISPATCHER);
    act(dispatcher, matter, "accept", "{}");
    act(dispatcher, matter, "dispatch", unit(unit));
  }

  private static String unit(String code) {
    return "{\"facts\":{\"unit\":\"" + code + "\"}}";
  }

  private Matter opening(String token) {
    var body =
        """
        {"procedure":"appeal","item":"street-lamp","title":"路灯不亮","area":"140213051",
         "applicant":{"name":"张三丰","phone":"13812345678"},"facts":{"description":"整排路灯不亮"}}
        """;
    var answer = post(token, "/api/v1/cases", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    var tree = read(answer);
    return new Matter(tree.path("number").asString(), tree.path("code").asString());
  }

  void act(Member member, Matter matter, String act, String body) {
    var answer = post(member.token(), "/api/v1/cases/" + matter.number() + "/acts/" + act, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  HttpResponse<String> get(@Nullable String token, String path) {
    return send(token, path, null);
  }

  HttpResponse<String> post(@Nullable String token, String path, String body) {
    return send(token, path, body);
  }

  static JsonNode read(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private HttpResponse<String> send(@Nullable String token, String path, @Nullable String body) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(broken);
    }
  }
}
