package org.bihuan.foundation.access.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.Outcome.Refusal;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.access.TestingAccess;
import org.bihuan.foundation.access.entry.FirstAdmin.Chosen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FirstAdminSqlTests {

  private static final String HERE = "127.0.0.1";
  private static final Chosen CHOSEN = new Chosen("wanghong", "王红", "four plain words in a row");

  private final FirstAdmin first = TestingEntry.firstAdmin();

  @BeforeEach
  void renews() {
    TestingAccess.renew();
  }

  private String token() {
    if (first.link() instanceof Outcome.Done<FirstAdmin.Link>(var link)) {
      return link.path().replaceFirst(".*=", "");
    }
    throw new AssertionError("no link");
  }

  private Outcome<StaffMember> use(String token) {
    return first.use(token, CHOSEN, HERE);
  }

  private static Outcome<StaffMember> refused(Refusal reason) {
    return new Outcome.Refused<>(reason);
  }

  @Nested
  class Using {

    @Test
    void makesAnAdministratorOnce() {
      var token = token();
      assertThat(first.isGood(token, HERE)).isTrue();
      assertThat(use(token)).isInstanceOf(Outcome.Done.class);
      assertThat(TestingAccess.staff().find("wanghong").orElseThrow().roles())
          .containsExactly(Role.ADMIN);
      assertThat(use(token)).isEqualTo(refused(Refusal.LINK_UNKNOWN));
      assertThat(first.isGood(token, HERE)).isFalse();
      assertThat(first.link()).isEqualTo(new Outcome.Refused<>(Refusal.ADMIN_EXISTS));
    }

    @Test
    void leavesTheLinkGoodIfTheInputIsWrong() {
      var token = token();
      assertThat(first.use(token, new Chosen("wanghong", "王红", "demo-1234"), HERE))
          .isEqualTo(refused(Refusal.PASSWORD_SHORT));
      assertThat(first.use(token, new Chosen("1", "王红", CHOSEN.password()), HERE))
          .isEqualTo(refused(Refusal.LOGIN_FORM));
      assertThat(use(token)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isRefusedForOldReplacedAndMadeUpLinks() {
      var replaced = token();
      var old = token();
      assertThat(use(replaced)).isEqualTo(refused(Refusal.LINK_UNKNOWN));
      TestingAccess.move(Duration.ofHours(1));
      assertThat(use(old)).isEqualTo(refused(Refusal.LINK_UNKNOWN));
      assertThat(use("")).isEqualTo(refused(Refusal.LINK_UNKNOWN));
    }

    @Test
    void isRefusedOnceThereIsAnAdministrator() {
      var token = token();
      TestingAccess.staff().first("zhaoli", "赵丽", "another few plain words");
      assertThat(use(token)).isEqualTo(refused(Refusal.ADMIN_EXISTS));
      assertThat(first.isGood(token, HERE)).isFalse();
    }

    @Test
    void atOnceMakesOne() throws Exception {
      var token = token();
      try (var threads = Executors.newFixedThreadPool(8)) {
        var calls =
            IntStream.range(0, 8)
                .mapToObj(
                    i ->
                        (Callable<Outcome<StaffMember>>)
                            () ->
                                first.use(
                                    token,
                                    new Chosen("admin" + i, "王红", CHOSEN.password()),
                                    "10.0.0." + i))
                .toList();
        for (var one : threads.invokeAll(calls)) {
          assertThat(one.get()).isNotNull();
        }
      }
      assertThat(TestingAccess.staff().all()).hasSize(1);
    }
  }
}
