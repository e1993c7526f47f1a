package org.bihuan.foundation.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {

  @Test
  void quotesWhatWouldBreakARow() {
    assertThat(Csv.line(List.of("路灯", "a,b", "say \"hi\"", "two\nlines", "")))
        .isEqualTo("路灯,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "+86", "-2", "@cmd", "\t=1", " =1", "＝1", "＋1", "－1", "＠a", "\r=1"})
  void letsNoCellCalculate(String cell) {
    assertThat(Csv.line(List.of(cell)).replace("\"", "")).startsWith("'" + cell);
  }

  @Test
  void leavesOtherCellsAsTheyAre() {
    assertThat(Csv.line(List.of("A140213", "1-2", "50%"))).isEqualTo("A140213,1-2,50%\r\n");
  }
}
