package org.bihuan.loop.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseCodeRulesTests {

  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private final Random random = new Random(7);

  @Test
  void catchesEveryWrongCharacter() {
    for (int n = 0; n < 200; n++) {
      var code = CaseCode.random(random).value();
      for (int i = 0; i < 8; i++) {
        for (int at = 0; at < ALPHABET.length(); at++) {
          char c = ALPHABET.charAt(at);
          var typed = code.substring(0, i) + c + code.substring(i + 1);
          assertThat(CaseCode.parse(typed).isPresent()).isEqualTo(typed.equals(code));
        }
      }
    }
  }

  @Test
  void catchesEverySwapOfNeighbours() {
    for (int n = 0; n < 2_000; n++) {
      var code = CaseCode.random(random).value();
      for (int i = 0; i < 7; i++) {
        var typed =
            code.substring(0, i) + code.charAt(i + 1) + code.charAt(i) + code.substring(i + 2);
        assertThat(CaseCode.parse(typed).isPresent()).as(typed).isEqualTo(typed.equals(code));
      }
    }
  }

  @Test
  void readsWhatPeopleType() {
    var code = CaseCode.random(random);
    assertThat(CaseCode.parse(" " + code.grouped().toLowerCase(java.util.Locale.ROOT) + " "))
        .contains(code);
    assertThat(CaseCode.parse("")).isEmpty();
    assertThat(CaseCode.parse("𠮷𠮷𠮷𠮷")).isEmpty();
    assertThat(CaseCode.parse(code.value() + "2")).isEmpty();
  }

  @Test
  void cannotBeCountedThrough() {
    var seen = new HashSet<CaseCode>();
    for (int n = 0; n < 10_000; n++) {
      assertThat(seen.add(CaseCode.random(random))).isTrue();
    }
  }
}
