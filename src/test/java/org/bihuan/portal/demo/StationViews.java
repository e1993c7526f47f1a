package org.bihuan.portal.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of the love stations: a rider's, a keeper's, those of who runs them all. */
final class StationViews {

  private StationViews() {}

  static Stream<List<View>> all(Samples samples) {
    return Stream.of(rider(), keeper(), programme(samples));
  }

  private static List<View> rider() {
    var who = new Visitor("rider", Browser::forget);
    var broken = View.of(who, "/stations/silingbu/broken");
    return List.of(
        View.of(who, "/stations").everyWay(),
        View.of(who, "/stations?facility=water&open=true&street=140213055").named("stations-found"),
        View.of(who, "/stations?facility=battery&open=true&street=140213067").named("stations-few"),
        View.of(who, "/stations/silingbu").everyWay(),
        View.of(who, "/stations/xinwang").named("station-paused"),
        View.of(who, "/stations/kaiyuan").named("station-reported"),
        broken.named("broken").everyWay(),
        broken.sending(Map.of("press", "other", "description", "坏"), "broken-unsaid"));
  }

  private static List<View> keeper() {
    var who = new Visitor("keeper", Visitor.staff("handler.street-051").comes());
    var supplies = View.of(who, "/desk/stations/silingbu/supplies").named("supplies");
    return List.of(
        View.of(who, "/desk/stations").named("stations"),
        View.of(who, "/desk/stations/silingbu").named("station"),
        View.of(who, "/desk/stations/xuefu").named("station-of-others"),
        View.of(who, "/desk/stations/silingbu/edit").named("station-edit"),
        supplies);
  }

  private static List<View> programme(Samples samples) {
    var who = new Visitor("programme", Visitor.staff("handler.social-work").comes());
    var fresh = View.of(who, "/desk/visits/new").named("visit-new");
    return List.of(
        View.of(who, "/desk/stations/new").named("station-new"),
        View.of(who, "/desk/visits").named("visits"),
        fresh,
        fresh.sending(Map.of("people", ""), "visit-unanswered"),
        View.of(who, "/desk/visits/" + samples.visit()).named("visit"));
  }
}
