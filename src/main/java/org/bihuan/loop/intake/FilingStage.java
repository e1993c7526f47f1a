package org.bihuan.loop.intake;

import java.util.UUID;
import java.util.regex.Pattern;

/** Which page a form is on its way to, as the button that was pressed says. */
sealed interface FilingStage {

  /** To be taken in; also where nothing is said, as programs do. */
  record Send() implements FilingStage {}

  /** To be taken in, to wait for the answer of a matter that was shown. */
  record MeToo(UUID main) implements FilingStage {}

  /** To be read once more before it is sent. */
  record Check() implements FilingStage {}

  /** To be filled again as a whole. */
  record Fill() implements FilingStage {}

  /**
   * The next question of those who are asked one at a time.
   *
   * @param step counted from 0
   * @param again true if the person came back to change an answer
   */
  record Ask(int step, boolean again) implements FilingStage {}

  Pattern STEP = Pattern.compile("(edit-)?(\\d{1,2})");

  Pattern ME_TOO = Pattern.compile("me-too-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  static FilingStage of(String pressed) {
    var meToo = ME_TOO.matcher(pressed);
    if (meToo.matches()) {
      return new MeToo(UUID.fromString(meToo.group(1)));
    }
    var step = STEP.matcher(pressed);
    if (step.matches()) {
      return new Ask(Integer.parseInt(step.group(2)), step.group(1) != null);
    }
    return switch (pressed) {
      case "check" -> new Check();
      case "fill" -> new Fill();
      default -> new Send();
    };
  }
}
