package org.bihuan.foundation.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bihuan.foundation.people.FieldCipher.Place;
import org.bihuan.foundation.shared.District;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldCipherRulesTests {

  private static final District DISTRICT = new District(140213);
  private static final UUID ID = new UUID(1, 2);
  private static final Place PLACE = new Place(ID, "phone");

  @TempDir Path folder;

  private FieldCipher cipher(String file) {
    return new FieldCipher(new FieldKey(folder.resolve(file)), DISTRICT);
  }

  @Nested
  class Encrypting {

    @Test
    void comesBackAndNeverLooksTheSame() {
      var cipher = cipher("a.key");
      var once = cipher.encrypt("13812341234", PLACE);
      assertThat(cipher.decrypt(once, PLACE)).isEqualTo("13812341234");
      assertThat(cipher.encrypt("13812341234", PLACE).bytes()).isNotEqualTo(once.bytes());
    }

    @Test
    void isReadBySecondStart() {
      var bytes = cipher("a.key").encrypt("张三", PLACE);
      assertThat(cipher("a.key").decrypt(bytes, PLACE)).isEqualTo("张三");
    }

    @Test
    void noticesEveryChangedByte() {
      var cipher = cipher("a.key");
      var bytes = cipher.encrypt("13812341234", PLACE).bytes();
      for (int i = 0; i < bytes.length; i++) {
        var changed = bytes.clone();
        changed[i] ^= 1;
        assertThatIllegalStateException()
            .isThrownBy(() -> cipher.decrypt(new Ciphertext(changed), PLACE));
      }
      assertThatIllegalStateException()
          .isThrownBy(() -> cipher.decrypt(new Ciphertext(new byte[0]), PLACE));
    }

    @Test
    void cannotBeMovedToAnotherRowColumnDistrictOrKey() {
      var bytes = cipher("a.key").encrypt("13812341234", PLACE);
      var elsewhere = new FieldCipher(new FieldKey(folder.resolve("a.key")), new District(140214));
      assertThatIllegalStateException()
          .isThrownBy(() -> cipher("a.key").decrypt(bytes, new Place(new UUID(1, 3), "phone")));
      assertThatIllegalStateException()
          .isThrownBy(() -> cipher("a.key").decrypt(bytes, new Place(ID, "id_number")));
      assertThatIllegalStateException().isThrownBy(() -> elsewhere.decrypt(bytes, PLACE));
      assertThatIllegalStateException().isThrownBy(() -> cipher("b.key").decrypt(bytes, PLACE));
    }
  }

  @Nested
  class Blinding {

    @Test
    void isTheSameForTheSameKeyOnly() {
      assertThat(cipher("a.key").blind("x")).hasSize(32).isEqualTo(cipher("a.key").blind("x"));
      assertThat(cipher("a.key").blind("x")).isNotEqualTo(cipher("b.key").blind("x"));
      assertThat(cipher("a.key").blind("x")).isNotEqualTo(cipher("a.key").blind("y"));
    }
  }

  @Nested
  class MakingTheKey {

    @Test
    void keepsItToTheOwner() throws IOException {
      cipher("deep/down/a.key");
      var file = folder.resolve("deep/down/a.key");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      try (var files = Files.list(file.getParent())) {
        assertThat(files).containsExactly(file);
      }
    }

    @Test
    void givesAllWhoStartAtOnceTheSame() throws Exception {
      try (var threads = Executors.newFixedThreadPool(8)) {
        Callable<byte[]> start = () -> cipher("a.key").blind("x");
        var blinds = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> start).toList());
        var expected = cipher("a.key").blind("x");
        for (var blind : blinds) {
          assertThat(blind.get()).isEqualTo(expected);
        }
      }
    }

    @Test
    void refusesAFileOfAnotherLength() throws IOException {
      Files.write(folder.resolve("a.key"), new byte[31]);
      assertThatIllegalStateException().isThrownBy(() -> cipher("a.key"));
    }
  }
}
