package org.bihuan.portal.open311;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.intake.Counter;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.Field;
import org.bihuan.loop.procedures.Item;
import org.springframework.stereotype.Component;

/**
 * The services: items anybody may raise without papers. What the specification has a parameter for
 * is no attribute; what else a form asks is.
 */
@Component
final class Services {

  /** Asked by {@code description}, {@code address_string}, {@code lat} and {@code long}. */
  static final Set<String> NATIVE = Set.of("description", "place", "position");

  /** Which street: an attribute of every service. */
  static final String AREA = "area";

  private static final Text STREET = new Text("所在街道", "Street");
  private static final Text YES = new Text("是", "Yes");
  private static final Text NO = new Text("否", "No");

  private final Counter counter;

  Services(Counter counter) {
    this.counter = counter;
  }

  /** The form of a service; empty if there is no such service. */
  Optional<Counter.Form> form(String code) {
    return counter.form(code, false).filter(Services::offered);
  }

  private static boolean offered(Counter.Form form) {
    var open = form.procedure().acts().get(ActRule.OPEN);
    return open != null && open.who().contains(Role.APPLICANT) && !form.identified();
  }

  Told all(Locale locale) {
    var services = new ArrayList<Map<String, Object>>();
    for (var kind : counter.catalogue().kinds()) {
      for (var group : kind.groups()) {
        group.items().stream()
            .filter(item -> form(item.code()).isPresent())
            .forEach(item -> services.add(service(item, locale)));
      }
    }
    return new Told.Many(200, new Listing("services", "service", services));
  }

  private static Map<String, Object> service(Item item, Locale locale) {
    var service = new LinkedHashMap<String, Object>();
    service.put("service_code", item.code());
    service.put("service_name", item.title().in(locale));
    service.put("description", item.summary().in(locale));
    service.put("metadata", true); // every service asks for the street at least
    service.put("type", "realtime");
    service.put("keywords", item.title().zh() + "," + item.title().en().toLowerCase(Locale.ROOT));
    service.put("group", item.group().in(locale));
    return service;
  }

  /** What a service asks besides the parameters of the specification. */
  Told definition(String code, Locale locale) {
    return form(code)
        .<Told>map(form -> new Told.One("service_definition", definition(form, locale)))
        .orElseGet(Told::noService);
  }

  private static Map<String, Object> definition(Counter.Form form, Locale locale) {
    var attributes = new ArrayList<Map<String, Object>>();
    var streets = new LinkedHashMap<String, Text>(form.streets());
    attributes.add(attribute(AREA, "singlevaluelist", false, STREET.in(locale), 1));
    attributes.getFirst().put("values", values(streets, locale));
    for (var field : form.fields()) {
      if (!NATIVE.contains(field.name())) {
        attributes.add(attribute(field, locale, attributes.size() + 1));
      }
    }
    var definition = new LinkedHashMap<String, Object>();
    definition.put("service_code", form.item().code());
    definition.put("attributes", new Listing("attributes", "attribute", attributes));
    return definition;
  }

  private static Map<String, Object> attribute(Field field, Locale locale, int order) {
    var label = field.title().in(locale);
    var made = attribute(field.name(), datatype(field.kind()), field.required(), label, order);
    var choices = new LinkedHashMap<String, Text>();
    field.choices().forEach(choice -> choices.put(choice.value(), choice.title()));
    if (field.kind() == Field.Kind.FLAG) {
      choices.put("true", YES);
      choices.put("false", NO);
    }
    if (!choices.isEmpty()) {
      made.put("values", values(choices, locale));
    }
    return made;
  }

  private static Map<String, Object> attribute(
      String code, String datatype, boolean required, String label, int order) {
    var made = new LinkedHashMap<String, Object>();
    made.put("variable", true);
    made.put("code", code);
    made.put("datatype", datatype);
    made.put("required", required);
    made.put("datatype_description", "");
    made.put("order", order);
    made.put("description", label);
    return made;
  }

  private static String datatype(Field.Kind kind) {
    return switch (kind) {
      case LONG -> "text";
      case NUMBER, INTEGER -> "number";
      case CHOICE, FLAG, UNIT -> "singlevaluelist";
      case MATERIALS -> "multivaluelist";
      case TEXT -> "string";
    };
  }

  private static Listing values(Map<String, Text> choices, Locale locale) {
    List<Map<String, Object>> values = new ArrayList<>();
    choices.forEach(
        (key, name) -> {
          var value = new LinkedHashMap<String, Object>();
          value.put("key", key);
          value.put("name", name.in(locale));
          values.add(value);
        });
    return new Listing("values", "value", values);
  }
}
