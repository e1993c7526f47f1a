package org.bihuan.portal.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of the house, each as somebody who may see it. */
final class Views {

  private static final String LAMP = "/file/street-lamp";

  private final Samples samples;

  Views(Samples samples) {
    this.samples = samples;
  }

  /** Every page, those of one visitor together. */
  Map<Visitor, List<View>> all() {
    var views = new LinkedHashMap<Visitor, List<View>>();
    Stream.of(
            Stream.of(anybody(), follower(), resident(), clerk(), dispatcher(), handler()),
            Stream.of(admin(), leader(), street(), bureau(), gridWorker()),
            StationViews.all(samples),
            league().stream(),
            acts().stream())
        .flatMap(of -> of)
        .forEach(of -> views.put(of.getFirst().by(), of));
    return views;
  }

  private static List<View> anybody() {
    var who = Visitor.anybody();
    var views = new ArrayList<View>();
    Stream.of("/", "/file", LAMP, "/file/construction-permit", "/track", "/my", "/help", "/look")
        .forEach(path -> views.add(View.of(who, path).everyWay()));
    Stream.of(
            "/riders",
            "/grids",
            "/grids?area=140213055",
            "/grids?area=140213050",
            "/grids/140213055901001",
            "/grids/matters",
            "/grid/capture",
            "/league",
            "/league?next=work",
            "/league?next=none&stay=keep",
            "/guides",
            "/guides/construction-permit",
            "/search?q=%E8%B7%AF%E7%81%AF",
            "/search?q=zzzz",
            "/sign-in",
            "/sign-in?failed",
            "/my/sign-in",
            "/first-admin?token=none",
            "/nowhere")
        .forEach(path -> views.add(View.of(who, path)));
    views.add(View.of(who, "/riders/rider-parking").everyWay());
    views.add(View.of(who, LAMP).sending(Map.of("press", "check"), "report-unanswered"));
    views.add(View.of(who, LAMP).sending(Journeys.LAMP, "report-check"));
    views.add(
        View.of(who, "/track").sending(Map.of("code", "ABCD-2345", "tail", "1"), "track-wrong"));
    views.add(View.of(who, "/my/sign-in").sending(Map.of("phone", "139"), "phone-wrong"));
    views.add(View.of(who, "/my/sign-in").sending(Map.of("phone", "13935201001"), "phone-code"));
    return views;
  }

  private List<View> follower() {
    var answered = samples.in("appeal", "answered");
    var closed = samples.in("appeal", "closed");
    var permit = samples.in("licence", "correcting");
    var tails = new LinkedHashMap<String, String>();
    Stream.of(closed, permit, answered).forEach(one -> tails.put(one.code(), one.tail()));
    var who = Visitor.follower(tails);
    var views = new ArrayList<View>();
    views.add(View.of(who, "/track/" + answered.code()).named("track-answered").everyWay());
    views.add(View.of(who, "/receipt/" + answered.code()).named("receipt").everyWay());
    views.add(View.of(who, "/my").everyWay());
    views.add(View.of(who, "/track/" + answered.code() + "/data").named("data"));
    views.add(View.of(who, "/track/" + closed.code()).named("track-closed"));
    views.add(View.of(who, "/track/" + permit.code()).named("track-correcting"));
    Stream.of("confirm", "object", "supplement", "reopen", "withdraw", "rate")
        .flatMap(act -> tails.keySet().stream().map(code -> "/track/" + code + "/acts/" + act))
        .forEach(path -> views.add(View.of(who, path).named(path.replaceAll(".*/", "say-"))));
    return views;
  }

  private List<View> resident() {
    var raised = samples.in("appeal", "working");
    var who = Visitor.resident(raised.phone());
    return List.of(
        View.of(who, "/my").everyWay(),
        View.of(who, "/account"),
        View.of(who, "/desk").named("forbidden"));
  }

  private List<View> clerk() {
    var who = Visitor.staff("clerk").and(Staffing::keepsAView).and(Staffing::handsOver);
    var slip = "/desk/file/slips/" + samples.in("licence", "review").number();
    var views = new ArrayList<View>();
    Stream.of(
            "/desk",
            "/desk/file",
            "/desk/file/noise",
            "/desk/file/construction-permit",
            "/desk/views",
            "/desk/keys",
            "/desk/hand-overs",
            "/desk/search?q=%E6%9D%8E",
            "/desk/search?q=zzzz",
            "/account",
            "/account/password",
            "/account/tokens",
            "/account/passkeys",
            "/account/prove",
            "/account/second-factor")
        .forEach(path -> views.add(View.of(who, path)));
    views.add(View.of(who, slip).named("slip"));
    views.add(View.of(who, "/desk/file/noise").sending(Map.of("title", ""), "take-in-unanswered"));
    return views;
  }

  private List<View> dispatcher() {
    var who = Visitor.staff("dispatcher");
    var received = samples.numbers("appeal", "received", 2);
    var parts = "/desk/cases/" + samples.in("appeal", "working").number() + "/parts";
    var ticked = "/desk/bulk?n=" + String.join("&n=", received);
    var redirect = "/desk/cases/" + received.getFirst() + "/acts/redirect";
    return List.of(
        View.of(who, "/desk").everyWay(),
        View.of(who, "/desk/duties"),
        View.of(who, "/desk?queue=all&kind=report"),
        View.of(who, "/desk?queue=all&due=late"),
        View.of(who, "/desk?queue=all&q=zzzz").named("desk-nothing"),
        View.of(who, "/desk/cases/" + received.getFirst()).named("case-received").everyWay(),
        View.of(who, "/desk/duty-list?item=road-damage&area=140213055901001").named("duty-list"),
        View.of(who, "/desk/duty-list?item=&area=").named("duty-list-unanswered"),
        View.of(who, "/desk/duty-list?q=zzzz").named("duty-list-nothing"),
        View.of(who, parts).named("parts"),
        View.of(who, parts).sending(Map.of("task", ""), "parts-unanswered"),
        View.of(who, "/desk/bulk").named("bulk-none"),
        View.of(who, ticked).named("bulk"),
        View.of(who, ticked + "&act=accept").named("bulk-act"),
        View.of(who, ticked.replace("/bulk?", "/causes/link?")).named("cause-link"),
        View.of(who, ticked.replace("/bulk?", "/causes/new?")).named("cause-new"),
        View.of(who, redirect).sending(Map.of("facts.ground", ""), "act-unanswered"));
  }

  private static List<View> admin() {
    var who = Visitor.staff("admin").and(Staffing::beginsASecondFactor);
    return List.of(
        View.of(who, "/admin"),
        View.of(who, "/admin/alarms"),
        View.of(who, "/admin/letters"),
        View.of(who, "/admin/grids"),
        View.of(who, "/admin/grids").sending(Map.of("phone", ""), "grids-unanswered"),
        View.of(who, "/admin/letters?state=sent"),
        View.of(who, "/desk/reveals"),
        View.of(who, "/desk"),
        View.of(who, "/board").named("board-admin"),
        View.of(who, "/account/second-factor"));
  }

  private List<View> gridWorker() {
    var who = Visitor.staff("grid-worker");
    var clash = "/grid/clashes/" + samples.clash();
    var capture = View.of(who, "/grid/capture?kind=visit").named("capture");
    return List.of(
        View.of(who, "/grid").everyWay(),
        capture.everyWay(),
        View.of(who, "/grid/records/" + samples.record("open")).named("record-open"),
        View.of(who, "/grid/records/" + samples.record("passed")).named("record-passed"),
        View.of(who, clash).named("clash"),
        View.of(who, clash).sending(Map.of("press", "none"), "clash-unanswered"),
        View.of(who, "/desk").named("no-desk"));
  }

  private List<View> handler() {
    var working = samples.in("appeal", "working");
    var unit = working.file().unit();
    var who = Visitor.staff("handler." + unit);
    var reveal = View.of(who, "/desk/cases/" + working.number() + "/reveal").named("reveal");
    return List.of(
        View.of(who, "/desk").named("desk"),
        View.of(who, "/desk/cases/" + working.number()).named("case-working"),
        View.of(who, "/desk/cases/" + working.number() + "/twins").named("twins"),
        reveal,
        reveal.sending(Map.of("field", "phone", "reason", "电话联系核实现场情况"), "revealed"),
        reveal.sending(Map.of("reason", ""), "reveal-unanswered"));
  }

  private List<View> street() {
    var who = Visitor.staff("handler.street-056");
    var whistle = "/desk/whistles/" + samples.titled("武定街道违法搭建联合查处");
    return List.of(
        View.of(who, "/desk/whistles").named("whistles").everyWay(),
        View.of(who, whistle).named("whistle").everyWay(),
        View.of(who, "/desk/whistles/" + samples.titled("武定街道背街路灯集中报修") + "/close")
            .named("whistle-close")
            .everyWay(),
        View.of(who, "/desk/whistles/new").named("whistle-new").everyWay(),
        View.of(who, "/desk/whistles/new").sending(Map.of("title", ""), "whistle-unanswered"));
  }

  private List<View> bureau() {
    var who = Visitor.staff("handler.city-management");
    var arrival = "/desk/whistles/" + samples.titled("东门人行道占道清理") + "/arrival";
    return List.of(
        View.of(who, "/desk/whistles").named("whistles-bureau"),
        View.of(who, "/desk/whistles/new").named("whistle-no-street"),
        View.of(who, "/desk/whistles/" + samples.titled("御河街道渣土车夜间抛洒整治") + "/result")
            .named("whistle-result")
            .everyWay(),
        View.of(who, arrival).named("whistle-arrival").everyWay(),
        View.of(who, arrival).sending(Map.of("code", "ABC"), "whistle-code-wrong"));
  }

  private List<View> leader() {
    var who = Visitor.staff("leader");
    var supervised = "/desk/cases/" + samples.in("appeal", "supervised").number();
    var closed = "/desk/cases/" + samples.in("appeal", "closed").number();
    var permit = "/desk/cases/" + samples.in("licence", "suspended").number();
    var causes = "/desk/causes/" + samples.cause();
    return List.of(
        View.of(who, "/board"),
        View.of(who, "/board/rates?period=year").named("rates").everyWay(),
        View.of(who, "/board/rates?from=2026-11-02&to=2026-11-01").named("rates-unsound"),
        View.of(who, "/board/rates/list?period=year&rate=solved").named("rates-list"),
        View.of(who, "/board/rates/again?period=year").named("rates-again"),
        View.of(who, "/board/figures").named("figures"),
        View.of(who, "/board/figures/satisfied").named("figure"),
        View.of(who, "/desk/causes").named("causes"),
        View.of(who, causes).named("cause"),
        View.of(who, "/desk"),
        View.of(who, "/desk/whistles/missed").named("whistles-missed").everyWay(),
        View.of(who, "/desk/whistles/figures?days=90").named("whistles-figures").everyWay(),
        View.of(who, "/desk/whistles/figures/list?by=street&who=street-056&figure=missed&days=90")
            .named("whistles-counted"),
        View.of(who, supervised).named("case-supervised"),
        View.of(who, supervised + "/clocks/handling").named("clock"),
        View.of(who, supervised + "/clocks/handling?run=abc").named("request-error"),
        View.of(who, closed).named("case-closed"),
        View.of(who, permit).named("case-suspended"),
        View.of(who, permit + "/clocks/decision").named("clock-suspended"));
  }

  private List<List<View>> league() {
    var receiver = Visitor.staff("handler.street-051");
    var school = Visitor.staff("league-school");
    var committee = Visitor.staff("handler.league-committee");
    var member = Visitor.resident("13935200004");
    return List.of(
        List.of(View.of(receiver, "/desk/league/incoming").named("league-receiver")),
        List.of(
            View.of(school, "/desk/league").named("league-school").everyWay(),
            View.of(school, "/desk/league/incoming").named("league-school-incoming"),
            View.of(school, "/desk/league/rolls").named("league-rolls"),
            View.of(school, "/desk/league/board").named("league-school-board")),
        List.of(
            View.of(committee, "/desk/league/board").named("league-board").everyWay(),
            View.of(committee, "/desk/league/incoming").named("league-committee"),
            View.of(committee, samples.roll()).named("league-roll"),
            View.of(committee, "/desk/league/posts").named("league-posts"),
            View.of(committee, "/desk/league").named("league-all")),
        List.of(View.of(member, "/my/league").named("my-league").everyWay()));
  }

  /** Every act of the staff, in two of the ways: their forms are made of the same parts. */
  private List<List<View>> acts() {
    return samples.acts().entrySet().stream().map(of -> acts(of.getKey(), of.getValue())).toList();
  }

  private static List<View> acts(String login, List<String> pages) {
    var who = new Visitor("act-of-" + login, Visitor.staff(login).comes());
    return pages.stream()
        .map(page -> View.of(who, page).named(page.replaceAll(".*/", "")))
        .toList();
  }
}
