package org.bihuan.portal.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.bihuan.foundation.shared.Text;
import org.bihuan.insight.rates.Face;
import org.bihuan.insight.rates.Figures;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.portal.naming.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The names of what rates are sorted by. */
@Component
final class RateWords {

  private static final Text NO_ITEM = new Text("未选事项", "No matter named");
  private static final Text NO_KIND = new Text("未说明", "Not said");
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMM y", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH_EN =
      DateTimeFormatter.ofPattern("MMMM y", Locale.ENGLISH);
  private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("y年M月d日");
  private static final DateTimeFormatter MONTH_ZH = DateTimeFormatter.ofPattern("y年M月");

  private final Naming naming;
  private final Procedures procedures;
  private final Figures figures;
  private final MessageSource messages;

  RateWords(Naming naming, Procedures procedures, Figures figures, MessageSource messages) {
    this.naming = naming;
    this.procedures = procedures;
    this.figures = figures;
    this.messages = messages;
  }

  Text name(@Nullable Face face, String name) {
    if (face == null) {
      return time(name);
    }
    return switch (face) {
      case UNIT -> naming.unit(name);
      case ITEM -> item(name);
      case STREET -> naming.area(name);
      case CHANNEL -> message("intake.channel." + name);
      case KIND -> kind(name);
    };
  }

  Text item(String code) {
    return code.isEmpty()
        ? NO_ITEM
        : procedures.item(code).map(Item::title).orElse(new Text(code, code));
  }

  Text message(String key) {
    return new Text(
        messages.getMessage(key, new Object[0], Locale.CHINESE),
        messages.getMessage(key, new Object[0], Locale.ENGLISH));
  }

  private static Text time(String name) {
    if (name.length() == 7) {
      var month = YearMonth.parse(name);
      return new Text(month.format(MONTH_ZH), month.format(MONTH_EN));
    }
    var day = LocalDate.parse(name);
    return new Text(day.format(DAY_ZH), day.format(DAY_EN));
  }

  /** True if people are asked what kind of matter it is. */
  boolean asksKind() {
    return kinds().isPresent();
  }

  private Text kind(String code) {
    var label = kinds().map(labels -> labels.path(code)).filter(JsonNode::isObject);
    return label
        .map(one -> new Text(one.path("zh").asString(code), one.path("en").asString(code)))
        .orElseGet(() -> code.isEmpty() ? NO_KIND : new Text(code, code));
  }

  private Optional<JsonNode> kinds() {
    var form = procedures.latest(figures.procedure()).form();
    return Optional.of(form.path("properties").path("kind").path("x-labels"))
        .filter(JsonNode::isObject);
  }
}
