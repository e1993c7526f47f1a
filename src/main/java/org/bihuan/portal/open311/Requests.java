package org.bihuan.portal.open311;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.places.Places;
import org.bihuan.foundation.shared.ChinaTime;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseId;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.loop.procedures.StateRule;
import org.bihuan.portal.naming.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads requests. Whoever sent one sees what was sent; everybody else its service, state, unit,
 * days and street, and the place to about a kilometre.
 */
@Component
final class Requests {

  /** Decimals of a degree that strangers see: about a kilometre. */
  private static final int COARSE = 2;

  private static final DateTimeFormatter W3C = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private final RequestSql sql;
  private final Cases cases;
  private final Procedures procedures;
  private final Naming naming;
  private final Places places;

  Requests(RequestSql sql, Cases cases, Procedures procedures, Naming naming, Places places) {
    this.sql = sql;
    this.cases = cases;
    this.procedures = procedures;
    this.naming = naming;
    this.places = places;
  }

  Told list(Filter filter, Caller caller) {
    var rows = filter.ids().isEmpty() ? sql.list(filter) : sql.find(filter.ids());
    return new Told.Many(200, new Listing("service_requests", "request", read(rows, caller)));
  }

  Told one(String typed, Caller caller) {
    var id = Filter.id(typed);
    var rows = id == null ? List.<RequestSql.Row>of() : sql.find(List.of(id));
    return rows.isEmpty()
        ? Told.noRequest()
        : new Told.Many(200, new Listing("service_requests", "request", read(rows, caller)));
  }

  /** A token is the id itself: every service answers at once. */
  Told token(String typed) {
    var id = Filter.id(typed);
    if (id == null || sql.find(List.of(id)).isEmpty()) {
      return Told.wrong(404, "没有这个token", "the token is not known");
    }
    var values = new LinkedHashMap<String, Object>();
    values.put("service_request_id", id.toString());
    values.put("token", id.toString());
    return new Told.Many(200, Listing.of("service_requests", "request", values));
  }

  private List<Map<String, Object>> read(List<RequestSql.Row> rows, Caller caller) {
    var files = cases.find(rows.stream().map(row -> new CaseId(row.id())).toList());
    return rows.stream()
        .flatMap(
            row ->
                Optional.ofNullable(files.get(new CaseId(row.id())))
                    .map(file -> request(row, file, caller))
                    .stream())
        .toList();
  }

  private Map<String, Object> request(RequestSql.Row row, CaseView file, Caller caller) {
    var locale = caller.locale();
    boolean own = own(row.caller(), caller);
    var told = new LinkedHashMap<String, Object>();
    told.put("service_request_id", row.id().toString());
    told.put("status", file.owner() == null ? "closed" : "open");
    told.put("status_notes", plain(file).in(locale));
    told.put("service_name", service(row.service(), locale));
    told.put("service_code", row.service());
    told.put("description", own ? file.facts().path("description").asString("") : "");
    told.put("agency_responsible", naming.unit(file.unit()).in(locale));
    told.put("service_notice", own ? notice(file).in(locale) : "");
    told.put("requested_datetime", w3c(row.opened()));
    told.put("updated_datetime", w3c(row.updated()));
    var due = file.times().dueAt();
    told.put("expected_datetime", due == null ? "" : w3c(due));
    told.put("address", address(file, own, locale));
    told.put("address_id", file.subject().area());
    told.put("zipcode", "");
    spot(file, own, told);
    told.put("media_url", own ? Objects.requireNonNullElse(row.media(), "") : "");
    return told;
  }

  private static boolean own(@Nullable UUID sender, Caller caller) {
    var actor = caller.actor();
    return sender != null && actor != null && sender.equals(actor.id());
  }

  private Text plain(CaseView file) {
    var state = cases.procedure(file).states().get(file.state());
    return Optional.ofNullable(state)
        .map(StateRule::plain)
        .orElseGet(() -> new Text(file.state(), file.state()));
  }

  private String service(String code, Locale locale) {
    return procedures.item(code).map(item -> item.title().in(locale)).orElse(code);
  }

  /** What the person needs to follow it here: the number and the code. */
  static Text notice(CaseView file) {
    var number = file.identity().number().value();
    var code = file.identity().code().grouped();
    return new Text(
        "编号" + number + "，查询码" + code, "Number " + number + ", code to follow it " + code);
  }

  private String address(CaseView file, boolean own, Locale locale) {
    var area = file.subject().area();
    var place = file.facts().path("place").asString("");
    if (own && !place.isEmpty()) {
      return place;
    }
    var path = places.path(area);
    var street = path.size() > 1 ? path.get(1).code() : area;
    return naming.area(street).in(locale);
  }

  private static void spot(CaseView file, boolean own, Map<String, Object> told) {
    var parts = file.facts().path("position").asString("").split(",", -1);
    if (parts.length == 2) {
      told.put("lat", degrees(parts[0], own));
      told.put("long", degrees(parts[1], own));
    } else {
      told.put("lat", "");
      told.put("long", "");
    }
  }

  private static BigDecimal degrees(String text, boolean own) {
    var exact = new BigDecimal(text);
    return own ? exact : exact.setScale(COARSE, RoundingMode.HALF_EVEN);
  }

  static String w3c(Instant at) {
    return W3C.format(at.truncatedTo(ChronoUnit.SECONDS).atZone(ChinaTime.ZONE));
  }

  /** What whoever sent a request is told. */
  static Map<String, Object> sent(UUID id, Text notice, Locale locale) {
    var told = new LinkedHashMap<String, Object>();
    told.put("service_request_id", id.toString());
    told.put("service_notice", notice.in(locale));
    told.put("account_id", "");
    return told;
  }
}
