package org.bihuan.loop.procedures;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ships is sound in full, conditions too, and closes. */
class ShippedProceduresTests {

  private static final Path FOLDER = Path.of("src/main/resources/procedures");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "licence",
        "appeal",
        "joint",
        "league-transfer",
        "redress",
        "station",
        "whistle",
        "report-in",
        "rectification"
      })
  void isSoundAndCloses(String id) {
    var yaml = ProcedureFixtures.text(FOLDER.resolve(id + ".yaml"));
    var procedure = ProcedureFixtures.sound(ProcedureFixtures.read(id + ".yaml", yaml));
    assertThat(Proof.of(procedure, Procedures.shipped().items())).isInstanceOf(Proof.Closes.class);
  }

  @Test
  void areFoundOnTheClassPathWithTheirItems() {
    var procedures = Procedures.shipped();
    assertThat(procedures.all())
        .extracting(Procedure::id)
        .contains("appeal", "joint", "licence", "station");
    assertThat(procedures.item("construction-permit")).isPresent();
  }

  @Test
  void areAllReadHere() {
    assertThat(FOLDER.toFile().list()).hasSameSizeAs(Procedures.shipped().all());
  }
}
