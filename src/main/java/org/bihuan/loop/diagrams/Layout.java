package org.bihuan.loop.diagrams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts a chart on paper in layers from top to bottom. Labels of arrows are spots of their own in
 * the layers between the boxes, and arrows past a layer keep a lane in it, so nothing can overlap.
 */
final class Layout {

  private static final double GAP = 26;
  private static final int SWEEPS = 24;
  private static final Shapes.Size LANE = new Shapes.Size(8, 0);

  private final Chart chart;
  private final List<String> ids;
  private final Map<String, Spot> boxes = new LinkedHashMap<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<List<Spot>> layers = new ArrayList<>();

  /** A place in a layer: a box, the label of an arrow, or a lane an arrow passes through. */
  static final class Spot {
    final double width;
    final double height;
    final List<Spot> above = new ArrayList<>();
    final List<Spot> below = new ArrayList<>();
    int layer;
    double x;
    double top;

    Spot(double width, double height) {
      this.width = width;
      this.height = height;
    }
  }

  /**
   * An arrow's way down the page.
   *
   * @param spots from the upper box to the lower one
   * @param upward true if the arrow points up
   * @param label the spot of its label
   */
  record Route(Chart.Arrow arrow, List<Spot> spots, boolean upward, Spot label) {}

  Layout(Chart chart) {
    this.chart = chart;
    this.ids = chart.boxes().stream().map(box -> box.state().id()).toList();
    for (var box : chart.boxes()) {
      var size = Shapes.size(box);
      boxes.put(box.state().id(), new Spot(size.width(), size.height()));
    }
    layer();
    chart.arrows().forEach(this::route);
    order();
    place();
  }

  Spot box(String state) {
    var spot = boxes.get(state);
    if (spot == null) {
      throw new IllegalArgumentException("no box " + state);
    }
    return spot;
  }

  List<Route> routes() {
    return routes;
  }

  /** Every spot of every layer, for drawing and for checking that none overlap. */
  List<List<Spot>> layers() {
    return layers;
  }

  double width() {
    return layers.stream()
        .flatMap(List::stream)
        .mapToDouble(spot -> spot.x + spot.width / 2)
        .max()
        .orElse(0);
  }

  double height() {
    return layers.stream()
        .flatMap(List::stream)
        .mapToDouble(spot -> spot.top + spot.height)
        .max()
        .orElse(0);
  }

  private record Below(String upper, String lower) {}

  /** Each box two layers below the lowest that leads on to it; arrows back do not count. */
  private void layer() {
    var rank = ranks();
    var order = new ArrayList<Below>();
    for (var arrow : chart.arrows()) {
      if (rank[ids.indexOf(arrow.from())] < rank[ids.indexOf(arrow.to())]) {
        order.add(new Below(arrow.from(), arrow.to()));
      }
    }
    sink(order);
    part(order);
    strays();
    boxes.values().forEach(spot -> layerAt(spot.layer).add(spot));
  }

  /** No arrow joins two boxes of one layer: the one it comes from sinks. */
  private void part(List<Below> order) {
    for (int round = 0; round < boxes.size(); round++) {
      for (var arrow : chart.arrows()) {
        if (box(arrow.from()).layer == box(arrow.to()).layer) {
          order.add(new Below(arrow.to(), arrow.from()));
          sink(order);
        }
      }
    }
  }

  private void sink(List<Below> order) {
    for (int round = 0; round < boxes.size(); round++) {
      for (var below : order) {
        var lower = box(below.lower());
        lower.layer = Math.max(lower.layer, box(below.upper()).layer + 2);
      }
    }
  }

  /** Boxes no arrow touches stand beside the last ones. */
  private void strays() {
    int last = boxes.values().stream().mapToInt(spot -> spot.layer).max().orElse(0);
    boxes.forEach(
        (id, spot) -> {
          if (chart.arrows().stream().noneMatch(a -> a.from().equals(id) || a.to().equals(id))) {
            spot.layer = last;
          }
        });
  }

  /**
   * The order in which a matter meets the states, ends last: nearest first, then as in the file.
   */
  private int[] ranks() {
    int most = ids.size();
    var ranks = new int[most];
    Arrays.fill(ranks, 1, most, most);
    for (int round = 0; round < most; round++) {
      for (var arrow : chart.arrows()) {
        int to = ids.indexOf(arrow.to());
        ranks[to] = Math.min(ranks[to], ranks[ids.indexOf(arrow.from())] + 1);
      }
    }
    for (int i = 0; i < most; i++) {
      boolean end = chart.boxes().get(i).state().end();
      ranks[i] = (end ? most * most * 2 : 0) + ranks[i] * most + i;
    }
    return ranks;
  }

  private List<Spot> layerAt(int index) {
    while (layers.size() <= index) {
      layers.add(new ArrayList<>());
    }
    return layers.get(index);
  }

  private void route(Chart.Arrow arrow) {
    boolean upward = box(arrow.from()).layer > box(arrow.to()).layer;
    var upper = box(upward ? arrow.to() : arrow.from());
    var lower = box(upward ? arrow.from() : arrow.to());
    int labelAt = upward ? lower.layer - 1 : upper.layer + 1;
    var spots = new ArrayList<>(List.of(upper));
    Spot label = upper;
    for (int at = upper.layer + 1; at < lower.layer; at++) {
      var spot = passing(at, at == labelAt ? Shapes.size(arrow) : LANE);
      label = at == labelAt ? spot : label;
      spots.add(spot);
    }
    spots.add(lower);
    join(spots);
    routes.add(new Route(arrow, List.copyOf(spots), upward, label));
  }

  private Spot passing(int layer, Shapes.Size size) {
    var spot = new Spot(size.width(), size.height());
    spot.layer = layer;
    layerAt(layer).add(spot);
    return spot;
  }

  private static void join(List<Spot> spots) {
    for (int i = 1; i < spots.size(); i++) {
      spots.get(i - 1).below.add(spots.get(i));
      spots.get(i).above.add(spots.get(i - 1));
    }
  }

  private void order() {
    number();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean down = sweep % 2 == 0;
      for (var layer : down ? layers : layers.reversed()) {
        layer.sort(Comparator.comparingDouble(spot -> mean(down ? spot.above : spot.below, spot)));
        number();
      }
    }
  }

  private void number() {
    for (var layer : layers) {
      for (int i = 0; i < layer.size(); i++) {
        layer.get(i).x = i - (layer.size() - 1) / 2.0;
      }
    }
  }

  private static double mean(List<Spot> neighbours, @Nullable Spot otherwise) {
    return neighbours.stream()
        .mapToDouble(spot -> spot.x)
        .average()
        .orElse(otherwise == null ? 0 : otherwise.x);
  }

  private void place() {
    stack();
    for (int sweep = 0; sweep < SWEEPS * 4; sweep++) {
      (sweep % 2 == 0 ? layers : layers.reversed()).forEach(Layout::spread);
    }
    double left =
        layers.stream()
            .flatMap(List::stream)
            .mapToDouble(spot -> spot.x - spot.width / 2)
            .min()
            .orElse(0);
    layers.forEach(layer -> layer.forEach(spot -> spot.x -= left));
  }

  /** One layer below the other, each as high as its tallest spot. */
  private void stack() {
    double top = 0;
    for (var layer : layers) {
      double tallest = layer.stream().mapToDouble(spot -> spot.height).max().orElse(0);
      for (var spot : layer) {
        spot.top = top + (tallest - spot.height) / 2;
        spot.x *= 200;
      }
      top += tallest + GAP;
    }
  }

  /** Moves each spot of a layer towards its neighbours, as far as those beside it allow. */
  private static void spread(List<Spot> layer) {
    int n = layer.size();
    var wanted = layer.stream().mapToDouble(Layout::amidst).toArray();
    var fromLeft = wanted.clone();
    for (int i = 1; i < n; i++) {
      fromLeft[i] = Math.max(wanted[i], fromLeft[i - 1] + apart(layer, i));
    }
    var fromRight = wanted.clone();
    for (int i = n - 2; i >= 0; i--) {
      fromRight[i] = Math.min(wanted[i], fromRight[i + 1] - apart(layer, i + 1));
    }
    for (int i = 0; i < n; i++) {
      layer.get(i).x = (fromLeft[i] + fromRight[i]) / 2;
    }
  }

  private static double amidst(Spot spot) {
    var all = new ArrayList<>(spot.above);
    all.addAll(spot.below);
    return mean(all, spot);
  }

  private static double apart(List<Spot> layer, int right) {
    return (layer.get(right - 1).width + layer.get(right).width) / 2 + GAP;
  }
}
