package org.bihuan.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.foundation.people.Registration.Registered;
import org.bihuan.foundation.people.Registration.Rejected;
import org.bihuan.foundation.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class PeopleSqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
  private static final String ID_NUMBER = "140213198808080008";
  private static final String OTHER_ID_NUMBER = "140213201412310000";
  private static final String CREDIT_CODE = "91140213MA0000015K";

  @TempDir static Path folder;

  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(DATABASE.dataSource()));
  private People people = open("a.key");

  private static People open(String keyFile) {
    return new TestingPeople(DATABASE, folder.resolve(keyFile), CLOCK).people;
  }

  @BeforeEach
  void empties() {
    for (var table : List.of("clue", "contact", "person_key", "person", "cipher_key")) {
      DATABASE.jdbc().sql("delete from people." + table).update();
    }
    people = open("a.key");
  }

  private UUID register(ApplicantForm form) {
    return switch (transaction.execute(status -> people.register(form))) {
      case Registered(var id, var known) -> id;
      case Rejected(var errors) -> throw new AssertionError(errors.toString());
    };
  }

  private static ApplicantForm form(String name, String phone, String idNumber) {
    return new ApplicantForm(name, phone, idNumber, null, null);
  }

  private static ApplicantForm firm(String name, String phone, String creditCode) {
    return new ApplicantForm(name, phone, null, creditCode, "测试公司");
  }

  private static long rows(String table) {
    return DATABASE.jdbc().sql("select count(*) from people." + table).query(Long.class).single();
  }

  @Nested
  class SeveralAtOnce {

    private List<Registration> all(ApplicantForm... forms) {
      return transaction.execute(status -> people.register(List.of(forms)));
    }

    @Test
    void areEachAnsweredInTheirOrder() {
      var known = register(form("王五", "13512340000", ""));
      var came =
          all(
              form("张三", "13812341234", ""),
              form("", "12", ""),
              form("王五", "13512340000", ""),
              form("李四", "13900001111", ID_NUMBER),
              form("赵六", "13900002222", ""));
      assertThat(came.get(0))
          .isInstanceOfSatisfying(Registered.class, r -> assertThat(r.known()).isFalse());
      assertThat(came.get(1)).isInstanceOf(Rejected.class);
      assertThat(came.get(2)).isEqualTo(new Registered(known, true));
      assertThat(came.get(3))
          .isInstanceOfSatisfying(Registered.class, r -> assertThat(r.known()).isFalse());
      assertThat(came.get(4)).isInstanceOf(Registered.class);
      assertThat(rows("person")).isEqualTo(4);
      assertThat(rows("clue")).isEqualTo(12);
    }

    @Test
    void areOnePersonUnderOneNameAndPhone() {
      var came = all(form("张三", "13812341234", ""), form("张三", "13812341234", ""));
      var first = (Registered) came.getFirst();
      assertThat(first.known()).isFalse();
      assertThat(came.getLast()).isEqualTo(new Registered(first.person(), true));
      assertThat(rows("person")).isOne();
      assertThat(register(form("张三", "13812341234", ""))).isEqualTo(first.person());
    }

    @Test
    void mayBeNobody() {
      assertThat(all()).isEmpty();
    }
  }

  @Nested
  class Registering {

    @Test
    void keepsAPersonOnce() {
      var first = register(form("张三", "13812341234", ID_NUMBER));
      assertThat(register(form("张三", "138-1234-1234", ID_NUMBER))).isEqualTo(first);
      assertThat(register(ApplicantForm.resident("张三", "+8613812341234"))).isEqualTo(first);
      assertThat(register(form("张三", "13999990000", ID_NUMBER))).isEqualTo(first);
      assertThat(rows("person")).isOne();
      assertThat(rows("contact")).isEqualTo(2);
    }

    @Test
    void keepsDifferentPeopleApart() {
      var ids = new HashSet<UUID>();
      ids.add(register(ApplicantForm.resident("张三", "13812341234")));
      ids.add(register(ApplicantForm.resident("李四", "13812341234")));
      ids.add(register(ApplicantForm.resident("张三", "13812341235")));
      ids.add(register(firm("张三", "13812341234", CREDIT_CODE)));
      ids.add(register(form("张三", "13812341236", ID_NUMBER)));
      ids.add(register(form("张三", "13812341236", OTHER_ID_NUMBER)));
      assertThat(ids).hasSize(6);
      assertThat(rows("person")).isEqualTo(6);
    }

    @Test
    void letsANumberJoinLater() {
      var first = register(ApplicantForm.resident("张三", "13812341234"));
      assertThat(register(form("张三", "13812341234", ID_NUMBER))).isEqualTo(first);
      assertThat(register(form("张三", "13700001111", ID_NUMBER))).isEqualTo(first);
      assertThat(people.find(first).orElseThrow().maskedIdNumber()).isEqualTo("140213********0008");
    }

    @Test
    void letsACreditCodeJoinLater() {
      var first = register(firm("李四", "13812341234", ""));
      assertThat(register(firm("李四", "13812341234", CREDIT_CODE))).isEqualTo(first);
      assertThat(register(firm("王五", "13700001111", CREDIT_CODE))).isEqualTo(first);
    }

    @Test
    void storesNothingOfARejectedForm() {
      var outcome = people.register(form("张三", "1", ID_NUMBER));
      assertThat(outcome).isInstanceOf(Rejected.class);
      assertThat(rows("person") + rows("person_key")).isZero();
    }

    @Test
    void storesOneRowForManyAtOnce() throws Exception {
      var forms =
          List.of(
              form("张三", "13812341234", ID_NUMBER),
              ApplicantForm.resident("张三", "13812341234"),
              form("张三", "13900001111", ID_NUMBER));
      for (int round = 0; round < 20; round++) {
        empties();
        var gate = new CyclicBarrier(9);
        try (var threads = Executors.newFixedThreadPool(9)) {
          var calls =
              IntStream.range(0, 9)
                  .mapToObj(
                      i ->
                          (Callable<UUID>)
                              () -> {
                                gate.await();
                                return register(forms.get(i % 3));
                              })
                  .toList();
          var ids = new HashSet<UUID>();
          for (var id : threads.invokeAll(calls)) {
            ids.add(id.get());
          }
          assertThat(ids).hasSizeBetween(1, 2);
          assertThat(rows("person")).isEqualTo(ids.size());
        }
      }
    }

    @Test
    void storesOneRowForTheSameFormAtOnce() throws Exception {
      var gate = new CyclicBarrier(12);
      try (var threads = Executors.newFixedThreadPool(12)) {
        Callable<UUID> call =
            () -> {
              gate.await();
              return register(form("张三", "13812341234", ID_NUMBER));
            };
        var ids = new HashSet<UUID>();
        for (var id : threads.invokeAll(IntStream.range(0, 12).mapToObj(i -> call).toList())) {
          ids.add(id.get());
        }
        assertThat(ids).hasSize(1);
      }
      assertThat(rows("person")).isOne();
      assertThat(rows("contact")).isOne();
    }
  }

  @Nested
  class Finding {

    @Test
    void opensWhatWasClosed() {
      var id = register(form("张三", "13812341234", ID_NUMBER));
      var person = people.find(id).orElseThrow();
      assertThat(person.phone().digits()).isEqualTo("13812341234");
      assertThat(person.idNumber()).isNotNull();
      assertThat(person.maskedName()).isEqualTo("张*");
      assertThat(person.maskedPhone()).isEqualTo("138****1234");
      assertThat(person.toString()).doesNotContain("张三", "138");
      assertThat(people.findAll(List.of(id, new UUID(1, 1)))).containsOnlyKeys(id);
      assertThat(people.find(new UUID(1, 1))).isEmpty();
    }

    @Test
    void knowsEveryPhoneTail() {
      var id = register(form("张三", "13812341234", ID_NUMBER));
      register(form("张三", "13899998888", ID_NUMBER));
      assertThat(people.phoneTailMatches(id, "1234")).isTrue();
      assertThat(people.phoneTailMatches(id, "8888")).isTrue();
      assertThat(people.phoneTailMatches(id, "1235")).isFalse();
      assertThat(people.phoneTailMatches(id, "")).isFalse();
      assertThat(people.phoneTailMatches(new UUID(1, 1), "1234")).isFalse();
    }
  }

  @Nested
  class Storing {

    @Test
    void leavesNoNumberToRead() {
      register(form("张三", "13812341234", ID_NUMBER));
      var dump =
          DATABASE
              .jdbc()
              .sql(
                  """
                  select encode(p.id_number || c.phone || c.blind || k.blind, 'escape')
                    from people.person p, people.contact c, people.person_key k
                  """)
              .query(String.class)
              .list();
      assertThat(dump).isNotEmpty().noneMatch(s -> s.contains("13812341234"));
      assertThat(dump).noneMatch(s -> s.contains(ID_NUMBER));
    }

    @Test
    void refusesToReadWhatWasTamperedWith() {
      var id = register(form("张三", "13812341234", ID_NUMBER));
      register(form("李四", "13899998888", OTHER_ID_NUMBER));
      DATABASE
          .jdbc()
          .sql(
              "update people.person p set id_number = o.id_number from people.person o where p.id = ? and o.id <> p.id")
          .param(id)
          .update();
      assertThatIllegalStateException().isThrownBy(() -> people.find(id));
    }

    @Test
    void refusesAResidentWithACreditCode() {
      register(form("张三", "13812341234", ID_NUMBER));
      var code = DATABASE.jdbc().sql("update people.person set credit_code = 'x'::bytea");
      assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(code::update);
    }
  }

  @Nested
  class Loading {

    @Test
    void refusesAnotherKeyFile() {
      people.load();
      people.load();
      assertThatIllegalStateException()
          .isThrownBy(() -> open("b.key").load())
          .withMessageContaining("key-file");
    }
  }
}
