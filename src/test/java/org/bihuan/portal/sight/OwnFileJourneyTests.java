package org.bihuan.portal.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.bihuan.TestApp;
import org.bihuan.TestStaff;
import org.bihuan.TestWork;
import org.bihuan.TestingClock;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.evidence.Kept;
import org.bihuan.foundation.evidence.StoredFile;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.register.Register;
import org.bihuan.portal.frame.Visitor;
import org.bihuan.portal.sight.PolicyScene.Matter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** A person takes a copy of what is kept of them, and has it erased once nothing is open. */
@TestApp
class OwnFileJourneyTests {

  private static final String PHONE = "13987650001";
  private static final String ID_NUMBER = "140213197707071239";

  @LocalServerPort int port;
  @Autowired TestStaff staff;
  @Autowired TestWork work;
  @Autowired TestingClock clock;
  @Autowired Register register;
  @Autowired Cases cases;
  @Autowired Evidence evidence;

  private PolicyScene scene = new PolicyScene(0, staff, work, clock);
  private Matter matter = new Matter("", "");
  private Visitor person = new Visitor(0);

  @BeforeEach
  void begins() {
    work.begin();
    scene = new PolicyScene(port, staff, work, clock);
    person = new Visitor(port);
    var body =
        """
        {"procedure":"appeal","item":"street-lamp","title":"路灯不亮","area":"140213051",
         "applicant":{"name":"赵子龙","phone":"%s","idNumber":"%s"},
         "facts":{"description":"整排路灯不亮"}}
        """
            .formatted(PHONE, ID_NUMBER);
    var opened = PolicyScene.read(scene.post(staff.token(Role.CLERK), "/api/v1/cases", body));
    matter = new Matter(opened.path("number").asString(), opened.path("code").asString());
    person.send("/track", "code", matter.code(), "tail", "0001");
  }

  private String data() {
    return "/track/" + matter.code() + "/data";
  }

  private Visitor.Seen send(String what, String... pairs) {
    return person.sendFrom(person.open(data()), data() + what, pairs);
  }

  private void closes() {
    var dispatcher = staff.in("dispatch-centre", Role.DISPATCHER);
    var redirect = "{\"note\":\"依法\",\"facts\":{\"ground\":\"legal-route\"}}";
    scene.act(dispatcher, matter, "redirect", redirect);
  }

  @Test
  void isCopiedWholeForTheWholePhone() {
    assertThat(send("/export", "phone", "13900000000").status()).isEqualTo(422);
    var copy = send("/export", "phone", "139-8765-0001");
    assertThat(copy.status()).isEqualTo(200);
    var tree = JsonMapper.builder().build().readTree(copy.body());
    assertThat(tree.path("name").asString()).isEqualTo("赵子龙");
    assertThat(tree.path("idNumber").asString()).isEqualTo(ID_NUMBER);
    assertThat(tree.path("contacts").path(0).path("phone").asString()).isEqualTo(PHONE);
    assertThat(tree.path("matters").findValuesAsString("number")).contains(matter.number());
  }

  @Test
  void isKeptFromWhoGuessesThePhone() {
    for (int i = 0; i < 5; i++) {
      assertThat(send("/export", "phone", "1390000000" + i).body()).contains("与登记的不一致");
    }
    assertThat(send("/export", "phone", PHONE).body()).contains("过一会儿再试");
  }

  @Test
  void isErasedOnceNothingIsOpenAndTheRegisterStaysWhole() {
    assertThat(send("/erase", "erasing", PHONE, "sure", "true").body()).contains("办结后才能删除");
    var id = file();
    give(id, Actor.applicant(UUID.randomUUID(), ""), "我的照片");
    give(id, new Actor(UUID.randomUUID(), "吴", Set.of(Role.CLERK), "x"), "现场记录");
    closesAll();
    assertThat(send("/erase", "erasing", PHONE).body()).contains("请勾选");
    assertThat(send("/erase", "erasing", "13900000000", "sure", "true").status()).isEqualTo(422);
    var erased = send("/erase", "erasing", PHONE, "sure", "true");
    assertThat(erased.status()).isEqualTo(200);
    assertThat(erased.body()).contains("已删除", "没有您的个人信息").doesNotContain("139****0001");
    var sheet = scene.get(staff.token(Role.LEADER), "/api/v1/cases/" + matter.number());
    assertThat(sheet.statusCode()).isEqualTo(200);
    assertThat(sheet.body()).contains("路灯不亮").doesNotContain("赵", "139****0001", PHONE);
    var again = scene.get(null, "/api/v1/track/" + matter.code() + "?phoneTail=0001");
    assertThat(again.statusCode()).isEqualTo(404);
    assertThat(evidence.of(id)).extracting(StoredFile::name).containsExactly("现场记录.txt");
    work.seal();
    assertThat(register.verify().whole()).isTrue();
  }

  private UUID file() {
    var number = CaseNumber.parse(matter.number()).orElseThrow();
    return cases.find(number).orElseThrow().identity().id().value();
  }

  private void give(UUID id, Actor who, String words) {
    var content = new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
    assertThat(evidence.put(id, who, words + ".txt", content)).isInstanceOf(Kept.Stored.class);
  }

  /** Those the other tests of this class opened for the same person, too. */
  private void closesAll() {
    closes();
    var tree = JsonMapper.builder().build().readTree(send("/export", "phone", PHONE).body());
    for (var other : tree.path("matters")) {
      if (other.path("closedAt").isNull()) {
        matter = new Matter(other.path("number").asString(), matter.code());
        closes();
      }
    }
  }
}
