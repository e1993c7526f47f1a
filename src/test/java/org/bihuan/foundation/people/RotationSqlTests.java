package org.bihuan.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bihuan.TestingClock;
import org.bihuan.foundation.people.Lookups.Clue;
import org.bihuan.foundation.storage.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.PessimisticLockingFailureException;

/** A key is replaced under a house that goes on. */
class RotationSqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String ID_NUMBER = "140213198808080008";
  private static final String CREDIT_CODE = "91140213MA0000015K";

  @TempDir Path folder;
  private final TestingClock clock = new TestingClock();
  private TestingPeople house = open();

  private TestingPeople open() {
    return folder == null
        ? new TestingPeople(DATABASE, Path.of("target/rotation.key"), clock)
        : new TestingPeople(DATABASE, folder.resolve("field.key"), clock);
  }

  @BeforeEach
  void begins() {
    for (var table : List.of("clue", "contact", "person_key", "person", "cipher_key")) {
      DATABASE.jdbc().sql("delete from people." + table).update();
    }
    house = open();
    house.transaction.executeWithoutResult(status -> house.people.load());
  }

  private static ApplicantForm resident(int n) {
    return ApplicantForm.resident("张三", "138000%05d".formatted(n));
  }

  private static ApplicantForm withNumber() {
    return new ApplicantForm("李四", "13812341234", ID_NUMBER, null, null);
  }

  private static ApplicantForm firm(String organisation) {
    return new ApplicantForm("王五", "13912341234", null, CREDIT_CODE, organisation);
  }

  private List<UUID> someone() {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < 5; i++) {
      ids.add(house.register(resident(i)));
    }
    ids.add(house.register(withNumber()));
    ids.add(house.register(firm("测试公司")));
    ids.add(house.register(firm("测试公司分公司")));
    return ids;
  }

  private List<UUID> again(TestingPeople copy) {
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < 5; i++) {
      ids.add(copy.register(resident(i)));
    }
    ids.add(copy.register(withNumber()));
    ids.add(copy.register(firm("测试公司")));
    ids.add(copy.register(firm("测试公司分公司")));
    return ids;
  }

  private static long olderThan(int version) {
    return DATABASE
        .jdbc()
        .sql(
            """
            select (select count(*) from people.contact where get_byte(phone, 0) < :v)
                 + (select count(*) from people.person_key where version < :v)
                 + (select count(*) from people.clue where version < :v)
                 + (select count(*) from people.person where get_byte(id_number, 0) < :v
                                                     or get_byte(credit_code, 0) < :v)
            """)
        .param("v", version)
        .query(Long.class)
        .single();
  }

  @Test
  void bringsEverythingToTheNewKeyAndKnowsEverybodyAgain() throws IOException {
    var ids = someone();
    assertThat(house.begin()).isEqualTo(2);
    assertThat(again(house)).isEqualTo(ids);
    assertThat(house.walk(3)).isPositive();
    assertThat(house.walk(3)).isZero();
    assertThat(again(house)).isEqualTo(ids);
    assertThat(house.finish()).isOne();
    assertThat(olderThan(2)).isZero();
    Files.delete(house.file.file(1));
    var next = open();
    next.transaction.executeWithoutResult(status -> next.people.load());
    assertThat(again(next)).isEqualTo(ids);
    assertThat(next.people.find(ids.get(5)).orElseThrow().idNumber())
        .satisfies(number -> assertThat(number.number()).isEqualTo(ID_NUMBER));
    assertThat(next.people.phoneTailMatches(ids.getFirst(), "0000")).isTrue();
    assertThat(next.rotation.versions()).extracting(Rotation.Version::retiredAt).hasSize(2);
    assertThat(next.begin()).isEqualTo(3);
  }

  @Test
  void findsPeopleByTheirCluesBeforeDuringAndAfter() {
    var id = house.register(withNumber());
    house.begin();
    assertThat(house.lookups.people(Clue.TAIL, "1234", 9)).containsExactly(id);
    house.walk(10);
    assertThat(house.lookups.people(Clue.NAME, "李四", 9)).containsExactly(id);
    house.finish();
    house.transaction.execute(status -> house.rotation.sweep());
    assertThat(house.lookups.people(Clue.PHONE, "13812341234", 9)).containsExactly(id);
    assertThat(olderThan(2)).isZero();
    house.transaction.executeWithoutResult(status -> assertThat(house.people.erase(id)).isTrue());
    assertThat(house.lookups.people(Clue.NAME, "李四", 9)).isEmpty();
  }

  @Test
  void goesOnWhereItWasBrokenOff() {
    var ids = someone();
    house.begin();
    house.transaction.executeWithoutResult(
        status -> {
          house.rotation.step(Rotation.START, 2);
          status.setRollbackOnly(); // killed before its commit
        });
    house.transaction.execute(status -> house.rotation.step(Rotation.START, 2)); // and after one
    var next = open();
    assertThat(again(next)).isEqualTo(ids);
    assertThat(next.begin()).isEqualTo(2);
    assertThat(next.walk(2)).isPositive();
    assertThat(next.walk(2)).isZero();
    next.finish();
    assertThat(again(next)).isEqualTo(ids);
    assertThat(olderThan(2)).isZero();
  }

  /** Another copy has not heard of the key yet: both know the same people. */
  @Test
  void doesNotDividePeopleBetweenCopiesOfTheHouse() {
    var deaf = open();
    deaf.transaction.executeWithoutResult(status -> deaf.people.load());
    var before = house.register(resident(1));
    house.begin();
    var there = deaf.register(resident(2));
    assertThat(house.register(resident(2))).isEqualTo(there);
    assertThat(house.register(resident(3))).isEqualTo(deaf.register(resident(3)));
    assertThat(deaf.register(resident(1))).isEqualTo(before);
    house.walk(10);
    assertThat(deaf.register(resident(4))).isEqualTo(house.register(resident(4)));
    clock.move(Rotation.HEARD_WITHIN.multipliedBy(2));
    assertThat(deaf.register(resident(1))).isEqualTo(before);
    assertThat(deaf.cipher.version()).isEqualTo(2);
    assertThat(house.walk(10)).isPositive();
    assertThat(house.walk(10)).isZero();
    house.finish();
    assertThat(house.register(resident(2))).isEqualTo(there);
    assertThat(olderThan(2)).isZero();
  }

  @Test
  void letsOthersReadAndRegisterMeanwhileWithoutAFault() throws Exception {
    var ids = someone();
    var over = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(3)) {
      Callable<Integer> visitor =
          () -> {
            int visits = 0;
            while (!over.get() || visits < 20) {
              assertThat(again(house)).isEqualTo(ids);
              assertThat(house.people.findAll(ids))
                  .hasSize(ids.stream().distinct().toList().size());
              visits++;
            }
            return visits;
          };
      var visits = List.of(threads.submit(visitor), threads.submit(visitor));
      for (int key = 2; key < 6; key++) {
        house.begin();
        do {
          Thread.sleep(200); // until nobody is left who has not heard
        } while (walkGivingWay() > 0);
        house.transaction.execute(status -> house.rotation.finish());
        Thread.sleep(200);
        house.transaction.execute(status -> house.rotation.sweep());
      }
      over.set(true);
      for (var visit : visits) {
        assertThat(visit.get()).isGreaterThanOrEqualTo(20);
      }
    }
    assertThat(house.cipher.version()).isEqualTo(5);
  }

  private int walkGivingWay() {
    while (true) {
      try {
        return house.walk(4);
      } catch (PessimisticLockingFailureException busy) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void refusesToGoOnWithoutTheFileOfAKeyInUse() throws IOException {
    house.begin();
    Files.delete(house.file.file(2));
    var next = open();
    assertThatIllegalStateException()
        .isThrownBy(() -> next.transaction.executeWithoutResult(status -> next.people.load()))
        .withMessageContaining("key-file");
  }
}
