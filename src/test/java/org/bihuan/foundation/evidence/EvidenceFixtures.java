package org.bihuan.foundation.evidence;

import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** The shipped limits over a folder of one's own. */
final class EvidenceFixtures {

  private EvidenceFixtures() {}

  static EvidenceSettings settings(Path folder) {
    return settings(folder, 60, 120);
  }

  static EvidenceSettings settings(Path folder, int caseFiles, int personFiles) {
    return new EvidenceSettings(
        folder,
        DataSize.ofMegabytes(20),
        100_000_000,
        12_600_000,
        300,
        DataSize.ofMegabytes(100),
        180,
        caseFiles,
        personFiles,
        DataSize.ofGigabytes(10),
        2);
  }
}
