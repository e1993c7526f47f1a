package org.bihuan.portal.open311;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.foundation.places.Area;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.bihuan.loop.intake.Counter;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.procedures.Field;
import org.bihuan.loop.procedures.Forms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a request as the specification sends it into a filing of the one window. */
@Component
final class RequestReading {

  private static final Pattern ATTRIBUTE =
      Pattern.compile("attribute\\[([A-Za-z0-9_-]{1,40})](\\[])?");
  private static final Pattern DEGREES = Pattern.compile("-?\\d{1,3}(\\.\\d{1,20})?");
  private static final Pattern LINK = Pattern.compile("https?://[\\x21-\\x7e]{3,490}");
  private static final int LEAST_WORDS = 5;
  private static final int LONGEST_PLACE = 200;
  private static final int LONGEST_TITLE = 200;

  private final Services services;
  private final Forms forms;
  private final Places places;
  private final District district;

  RequestReading(Services services, Forms forms, Places places, District district) {
    this.services = services;
    this.forms = forms;
    this.places = places;
    this.district = district;
  }

  /** A request that can be looked at. */
  record Wanted(String service, Filing filing, @Nullable String media) {}

  /** What reading comes to. */
  sealed interface Read {
    record Sound(Wanted wanted) implements Read {}

    record Unsound(Told wrong) implements Read {}
  }

  Read read(Typed sent, Caller caller) {
    var code = sent.value("service_code").strip();
    if (code.isEmpty()) {
      return new Read.Unsound(Told.wrong(400, "缺少service_code", "service_code is missing"));
    }
    return services
        .form(code)
        .map(form -> new OfForm(form, sent, caller).read())
        .orElseGet(() -> new Read.Unsound(Told.noService()));
  }

  /** The parameter that a field of the one window was asked by. */
  static String parameter(String field) {
    return switch (field) {
      case "facts.description" -> "description";
      case "facts.place" -> "address_string";
      case "facts.position" -> "lat, long";
      case "applicant.name" -> "first_name, last_name";
      case "applicant.phone" -> "phone";
      case "area" -> "address_id";
      case String other when other.startsWith("facts.") ->
          "attribute[" + other.substring("facts.".length()) + "]";
      default -> field;
    };
  }

  private final class OfForm {

    private final Counter.Form form;
    private final Typed sent;
    private final Caller caller;
    private final List<Text> faults = new ArrayList<>();

    OfForm(Counter.Form form, Typed sent, Caller caller) {
      this.form = form;
      this.sent = sent;
      this.caller = caller;
    }

    Read read() {
      var answers = attributes();
      var area = area(Optional.ofNullable(answers.remove(Services.AREA)).orElse(""));
      natives(answers);
      var applicant = applicant();
      if (applicant == null) {
        answers.put("anonymous", "true"); // asks for a name where the form does not offer this
      }
      answers.keySet().retainAll(form.fields().stream().map(Field::name).toList());
      var read = forms.factsFrom(form.procedure().form(), answers);
      read.errors().forEach(e -> faults.add(named(e.field(), e.message())));
      var media = media();
      if (!faults.isEmpty()) {
        return new Read.Unsound(new Told.Wrong(400, faults));
      }
      var filing =
          new Filing(
              form.procedure().id(),
              form.item().code(),
              title(),
              area,
              "open311",
              applicant,
              read.facts(),
              null,
              caller.actor());
      return new Read.Sound(new Wanted(form.item().code(), filing, media));
    }

    private Text named(String field, Text message) {
      var name = parameter(field);
      return new Text(name + "：" + message.zh(), name + ": " + message.en());
    }

    private void fault(String zh, String en) {
      faults.add(new Text(zh, en));
    }

    private Map<String, String> attributes() {
      var answers = new LinkedHashMap<String, String>();
      sent.values()
          .forEach(
              (name, values) -> {
                var found = ATTRIBUTE.matcher(name);
                if (found.matches()) {
                  answers.merge(found.group(1), String.join("\n", values), (a, b) -> a + "\n" + b);
                }
              });
      return answers;
    }

    /** What the specification has parameters of its own for. */
    private void natives(Map<String, String> answers) {
      Services.NATIVE.forEach(answers::remove);
      var words = sent.value("description").strip();
      answers.put("description", told(words));
      var address = sent.value("address_string").strip();
      if (!address.isEmpty()) {
        answers.put("place", shortened(address, LONGEST_PLACE));
      }
      var position = position();
      if (position != null) {
        answers.put("position", position);
      }
      if (position == null && address.isEmpty() && sent.value("address_id").isBlank()) {
        fault(
            "lat和long、address_string、address_id至少要有一种",
            "one of lat with long, address_string or address_id is needed");
      }
    }

    /** Clients send few words or none: the service then says what it is about. */
    private String told(String words) {
      var item = form.item();
      if (words.codePointCount(0, words.length()) >= LEAST_WORDS) {
        return words;
      }
      return item.title().zh() + "：" + (words.isEmpty() ? item.summary().zh() : words);
    }

    private @Nullable String position() {
      var lat = sent.value("lat").strip();
      var lon = sent.value("long").strip();
      if (lat.isEmpty() && lon.isEmpty()) {
        return null;
      }
      if (!degrees(lat, 90) || !degrees(lon, 180)) {
        fault("lat应在-90至90之间，long应在-180至180之间", "lat is -90 to 90 and long is -180 to 180");
        return null;
      }
      return rounded(lat) + "," + rounded(lon);
    }

    private static boolean degrees(String text, int most) {
      return DEGREES.matcher(text).matches()
          && new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** At least one decimal and at most six, a tenth of a metre. */
    private static String rounded(String text) {
      var exact = new BigDecimal(text).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
      return exact.setScale(Math.max(1, exact.scale()), RoundingMode.UNNECESSARY).toPlainString();
    }

    /** The street that is named, else one whose name stands in the address, else the district. */
    private String area(String named) {
      var id = named.isBlank() ? sent.value("address_id").strip() : named.strip();
      if (!id.isEmpty()) {
        if (places.find(id).isEmpty()) {
          fault("没有这个地区代码：address_id", "address_id: there is no such area");
        }
        return id;
      }
      var address = sent.value("address_string");
      return places.streets().stream()
          .filter(street -> address.contains(street.name().zh()) || english(address, street))
          .max(Comparator.comparingInt(street -> street.name().zh().length()))
          .map(Area::code)
          .orElse(Integer.toString(district.code()));
    }

    private static boolean english(String address, Area street) {
      var name = street.name().en();
      return address.regionMatches(true, 0, name, 0, name.length());
    }

    private String title() {
      var title = form.item().title().zh();
      var address = sent.value("address_string").replaceAll("\\p{Cntrl}", " ").strip();
      return shortened(address.isEmpty() ? title : title + "：" + address, LONGEST_TITLE);
    }

    private static String shortened(String text, int most) {
      int length = text.codePointCount(0, text.length());
      return length <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    private @Nullable String media() {
      var url = sent.value("media_url").strip();
      if (url.isEmpty()) {
        return null;
      }
      if (!LINK.matcher(url).matches()) {
        fault(
            "media_url应为http或https地址，不超过500个字符",
            "media_url is an http or https address of at most 500 characters");
      }
      return url;
    }

    /** Nobody: a program may bring what no person gave a name to; it is then anonymous. */
    private @Nullable ApplicantForm applicant() {
      var first = sent.value("first_name").strip();
      var last = sent.value("last_name").strip();
      var phone = sent.value("phone").strip();
      if (caller.actor() != null && first.isEmpty() && last.isEmpty() && phone.isEmpty()) {
        return null;
      }
      return ApplicantForm.resident(name(first, last), phone);
    }

    /** Chinese names put the family first and nothing between. */
    private static String name(String first, String last) {
      var chinese = (first + last).codePoints().anyMatch(Character::isIdeographic);
      return chinese ? last + first : (first + " " + last).strip();
    }
  }
}
