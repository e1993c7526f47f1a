package org.bihuan.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.TestingClock;
import org.bihuan.foundation.shared.Uuid7;
import org.bihuan.foundation.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other modules closed with the key of the fields goes along when it is replaced. */
class RotationElsewhereSqlTests {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @TempDir Path folder;
  private final TestingClock clock = new TestingClock();

  @Test
  void bringsTheValuesOfOtherModulesAlong() {
    var row = Uuid7.next(clock);
    var values = new HeldColumn();
    var copy = new TestingPeople(DATABASE, folder.resolve("field.key"), clock, values);
    values.kept.put(row, copy.seal.close("a@b.cn", row, values.name()));
    copy.transaction.executeWithoutResult(status -> copy.people.load());
    copy.begin();
    assertThat(copy.rotation.versions().getFirst().fields()).isOne();
    assertThat(copy.walk(2)).isOne();
    assertThat(copy.walk(2)).isZero();
    assertThat(copy.rotation.versions())
        .extracting(Rotation.Version::fields)
        .containsExactly(0L, 1L);
    assertThat(copy.seal.open(values.kept.get(row), row, values.name())).isEqualTo("a@b.cn");
  }

  /** A column that is a map. */
  private static final class HeldColumn implements FieldSeal.Column {

    private final SortedMap<UUID, byte[]> kept = new TreeMap<>();

    @Override
    public String name() {
      return "held";
    }

    @Override
    public List<Closed> after(UUID row, int limit) {
      return kept.tailMap(row).entrySet().stream()
          .filter(one -> !one.getKey().equals(row))
          .limit(limit)
          .map(one -> new Closed(one.getKey(), one.getValue()))
          .toList();
    }

    @Override
    public boolean replace(Closed old, byte[] fresh) {
      return kept.replace(old.row(), old.value(), fresh);
    }

    @Override
    public long closedWith(int key) {
      return kept.values().stream().filter(value -> value[0] == key).count();
    }
  }
}
