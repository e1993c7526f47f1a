package org.bihuan.foundation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as machines and forgers send them. */
class FileNameRulesTests {

  @ParameterizedTest
  @CsvSource({
    "照片 1.jpg, 照片 1.jpg",
    "C:\\Users\\a\\b.JPG, b.jpg",
    "../../etc/passwd, passwd.jpg",
    "CON, _CON.jpg",
    "nul.txt, _nul.jpg",
    "..., file.jpg",
    "'', file.jpg",
    ".htaccess, file.jpg",
    "a.php.jpg, a_php.jpg",
    "a<b>|c\"d.jpg, a_b_c_d.jpg",
    "' lead .jpg', lead.jpg",
  })
  void becomeHarmless(String sent, String shown) {
    assertThat(FileName.of(sent).as(FileKind.JPEG)).isEqualTo(shown);
  }

  @Test
  void loseWhatHidesOrTurns() {
    assertThat(FileName.of("report\u202egpj.exe").ending()).isEqualTo("exe");
    assertThat(FileName.of("a\u202eb\u200bc\0d.png").stem()).isEqualTo("abcd");
    assertThat(FileName.of("evil.php\0.png").as(FileKind.PNG)).isEqualTo("evil_php.png");
    assertThat(FileName.of("a\r\nSet-Cookie: x.png").stem()).doesNotContain("\n", "\r", ":");
  }

  @Test
  void endSomewhere() {
    assertThat(FileName.of("长".repeat(4000) + ".pdf").as(FileKind.PDF)).hasSize(84);
    assertThat(FileName.of("😀".repeat(4000) + ".pdf").as(FileKind.PDF).codePointCount(0, 164))
        .isEqualTo(84);
  }
}
