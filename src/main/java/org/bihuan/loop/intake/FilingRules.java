package org.bihuan.loop.intake;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseNumber;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.procedures.Forms;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a filing must hold before it becomes a matter; every fault is named. */
@Component
class FilingRules {

  private static final int LONGEST_TITLE = 200;
  private static final String REPORTED = "facts.reported";
  private static final Set<String> CHANNELS =
      Set.of("window", "phone", "online", "api", "grid", "internal", "open311");

  private final Procedures procedures;
  private final Forms forms;
  private final Places places;
  private final Cases cases;
  private final Units units;

  FilingRules(Procedures procedures, Forms forms, Places places, Cases cases, Units units) {
    this.units = units;
    this.procedures = procedures;
    this.forms = forms;
    this.places = places;
    this.cases = cases;
  }

  /** A filing that may become a matter. */
  record Checked(
      String procedure,
      @Nullable String item,
      String title,
      String area,
      String channel,
      @Nullable CaseId parent,
      ObjectNode facts) {}

  /** Checks everything but the applicant; null if there were errors. */
  @Nullable Checked check(Filing filing, List<FieldError> errors) {
    int before = errors.size();
    var title = title(filing.title(), errors);
    var area = area(filing.area(), errors);
    var channel = channel(filing.channel(), errors);
    var parent = parent(filing.parent(), errors);
    var item = blankToNull(filing.item());
    var procedure = procedure(blankToNull(filing.procedure()), item, errors);
    var facts = facts(filing, procedure, errors);
    if (errors.size() > before || procedure == null) {
      return null;
    }
    return new Checked(procedure.id(), item, title, area, channel, parent, facts);
  }

  private String title(@Nullable String given, List<FieldError> errors) {
    var title = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC).strip();
    if (title.isEmpty()) {
      errors.add(error("title", "required", "请填写标题", "Enter a title"));
    } else if (title.codePointCount(0, title.length()) > LONGEST_TITLE) {
      errors.add(error("title", "too-long", "标题不能超过200个字", "The title has at most 200 characters"));
    } else if (title.codePoints().anyMatch(FilingRules::unprintable)) {
      errors.add(
          error("title", "format", "标题含有不能显示的字符", "The title has characters that cannot be shown"));
    }
    return title;
  }

  private static boolean unprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> turnsWriting(codePoint);
    };
  }

  /** Marks that turn the direction of writing can make one title look like another. */
  private static boolean turnsWriting(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }

  private String area(@Nullable String given, List<FieldError> errors) {
    var area = given == null ? "" : given.strip();
    if (area.isEmpty()) {
      errors.add(error("area", "required", "请选择所在街道", "Choose the street"));
    } else if (places.find(area).isEmpty()) {
      errors.add(error("area", "unknown", "没有这个地区代码", "There is no such area"));
    }
    return area;
  }

  private String channel(@Nullable String given, List<FieldError> errors) {
    var channel = given == null ? "" : given.strip();
    if (!CHANNELS.contains(channel)) {
      errors.add(error("channel", "unknown", "没有这个渠道", "There is no such channel"));
    }
    return channel;
  }

  private @Nullable CaseId parent(@Nullable String given, List<FieldError> errors) {
    var number = blankToNull(given);
    if (number == null) {
      return null;
    }
    var found = CaseNumber.parse(number).flatMap(cases::find);
    if (found.isEmpty()) {
      errors.add(error("parent", "unknown", "没有这个上级件", "There is no such case"));
      return null;
    }
    return found.get().identity().id();
  }

  private @Nullable Procedure procedure(
      @Nullable String id, @Nullable String item, List<FieldError> errors) {
    boolean known =
        id != null && procedures.all().stream().anyMatch(p -> p.id().equals(id) && p.filed());
    if (id == null || !known) {
      errors.add(error("procedure", "unknown", "没有这类事项", "There is no such procedure"));
      return null;
    }
    if (item != null && procedures.item(item).filter(i -> i.procedure().equals(id)).isEmpty()) {
      errors.add(error("item", "unknown", "没有这个事项", "There is no such item"));
      return null;
    }
    return procedures.resolve(id, procedures.latest(id).revision(), item);
  }

  private ObjectNode facts(Filing filing, @Nullable Procedure procedure, List<FieldError> errors) {
    var given = filing.facts();
    var facts = given == null || given.isNull() ? JsonNodeFactory.instance.objectNode() : given;
    if (procedure != null) {
      errors.addAll(forms.check(procedure.form(), facts));
    }
    var object = facts instanceof ObjectNode told ? told : JsonNodeFactory.instance.objectNode();
    reported(object).ifPresent(errors::add);
    return procedure == null ? object : forms.filled(procedure.form(), object);
  }

  /**
   * A unit that is reported must leave somebody to take the matter in: the desk that takes
   * everything and the units above it are for the discipline inspection.
   */
  private Optional<FieldError> reported(ObjectNode facts) {
    var unit = facts.path("reported").asString("");
    if (unit.isEmpty()) {
      return Optional.empty();
    }
    if (!units.codes().contains(unit)) {
      return Optional.of(error(REPORTED, "unknown", "没有这个单位", "There is no such unit"));
    }
    if (!facts.path("kind").asString("report").equals("report")) {
      return Optional.of(
          error(
              REPORTED,
              "not-a-report",
              "选了被举报单位，类别请选“举报”；不是举报就不用选单位",
              "A unit is chosen for a report only: choose “report”, or no unit"));
    }
    return units.line(units.fallback().code()).contains(unit)
        ? Optional.of(
            error(
                REPORTED,
                "not-here",
                "举报这个单位请拨打12388，由纪检监察机关受理，本平台的派单人员不经手",
                "To report this unit call 12388, the discipline inspection: the desk here is part of it"))
        : Optional.empty();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static FieldError error(String field, String code, String zh, String en) {
    return new FieldError(field, code, new Text(zh, en));
  }
}
