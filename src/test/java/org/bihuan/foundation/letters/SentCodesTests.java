package org.bihuan.foundation.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.foundation.letters.Carrier.Carried;
import org.bihuan.foundation.letters.Carrier.Outgoing;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class SentCodesTests {

  private final List<Outgoing> sent = new ArrayList<>();

  private boolean send(Carried outcome, Locale language) {
    var gateway =
        new Carrier() {
          @Override
          public Way way() {
            return Way.SMS;
          }

          @Override
          public Carried carry(Outgoing letter) {
            sent.add(letter);
            return outcome;
          }
        };
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    return new SentCodes(gateway, messages)
        .send("13812341234", "042117", Duration.ofMinutes(5), language);
  }

  @Test
  void goAtOnceInTheReadersLanguage() {
    assertThat(send(new Carried.Handed(), Locale.SIMPLIFIED_CHINESE)).isTrue();
    assertThat(send(new Carried.Handed(), Locale.ENGLISH)).isTrue();
    assertThat(sent).extracting(Outgoing::to).containsOnly("13812341234");
    assertThat(sent.getFirst().words().zh()).contains("042117", "5分钟", "请勿告诉");
    assertThat(sent.getLast().words().zh()).contains("042117", "5 minutes", "tell nobody");
    assertThat(sent.getFirst().id()).isNotEqualTo(sent.getLast().id());
  }

  @Test
  void areToldToBeUnsentAndShownInNoLog() {
    assertThat(send(new Carried.Failed("HTTP 503", false), Locale.ENGLISH)).isFalse();
    assertThat(sent.getFirst().toString()).doesNotContain("042117", "13812341234");
  }
}
