package org.bihuan.loop.diagrams;

import java.util.Comparator;
import java.util.List;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.diagrams.Layout.Route;
import org.bihuan.loop.diagrams.Layout.Spot;
import org.bihuan.loop.procedures.Procedure;

/**
 * The state diagram of a procedure as SVG: boxes are states in the colour of their owner, with the
 * clocks that can run out there; solid arrows are acts of people, dashed ones those of clocks; ends
 * have a double border.
 */
public final class Diagrams {

  private static final double MARGIN = 28;
  private static final double HEADER = 64;
  private static final double LEGEND = 64;
  private static final String BY_PEOPLE = "#344054";
  private static final String BY_CLOCK = "#b54708";

  private static final String KEY =
      "实线：人员办理 by people　　虚线：时钟到期 by the clock　　◷ 时限 limits　　· 不离开本状态 stays"
          + "　　→ ← 多处可办 from many states　　双框：终点 end";

  private final StringBuilder out = new StringBuilder();
  private final Chart chart;
  private final Layout layout;

  private Diagrams(Procedure procedure) {
    this.chart = Chart.of(procedure);
    this.layout = new Layout(chart);
  }

  /** The diagram, a complete SVG document; the same procedure always gives the same bytes. */
  public static String svg(Procedure procedure) {
    return new Diagrams(procedure).draw(procedure);
  }

  private String draw(Procedure procedure) {
    double width = Math.max(880, layout.width() + 2 * MARGIN);
    double height = HEADER + layout.height() + 2 * MARGIN + LEGEND;
    open(procedure.title(), width, height);
    add("<g transform=\"translate(%s %s)\">", (width - layout.width()) / 2, HEADER + MARGIN);
    layout.routes().forEach(this::arrow);
    layout.routes().forEach(this::label);
    chart.boxes().forEach(this::box);
    add("</g>");
    legend(height - LEGEND + 8);
    add("</svg>");
    return out.toString();
  }

  private void add(String format, Object... values) {
    var written = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      written[i] = values[i] instanceof Double number ? Ink.number(number) : values[i];
    }
    out.append(format.formatted(written)).append('\n');
  }

  private void open(Text title, double width, double height) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
            + " role=\"img\" font-family=\"'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei',"
            + "'PingFang SC',sans-serif\">",
        width, height, width, height);
    add("<title>%s</title>", Ink.escape(title.zh() + " " + title.en()));
    add("<defs>");
    marker("people", BY_PEOPLE);
    marker("clock", BY_CLOCK);
    add("</defs>");
    add("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>", width, height);
    text(MARGIN, 36.0, 22, "#101828", title.zh());
    text(MARGIN + Ink.width(title.zh(), 22) + 12, 36.0, 15, "#475467", title.en());
  }

  private void marker(String id, String colour) {
    add(
        "<marker id=\"%s\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\""
            + " markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L10 5L0 10z\" fill=\"%s\"/></marker>",
        id, colour);
  }

  private void text(double x, double y, double size, String colour, String text) {
    add(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"%s>%s</text>",
        x, y, size, colour, size >= Shapes.TITLE ? " font-weight=\"600\"" : "", Ink.escape(text));
  }

  private void arrow(Route route) {
    boolean clock = route.arrow().automatic();
    add(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"%s marker-end=\"url(#%s)\"/>",
        way(route),
        clock ? BY_CLOCK : BY_PEOPLE,
        clock ? " stroke-dasharray=\"6 4\"" : "",
        clock ? "clock" : "people");
  }

  /** From edge to edge: a curve to the next spot, straight through it, and so on. */
  private String way(Route route) {
    var spots = route.upward() ? route.spots().reversed() : route.spots();
    double x = port(route, spots.getFirst());
    double y = edge(spots.getFirst(), !route.upward());
    var way = new StringBuilder("M%s %s".formatted(Ink.number(x), Ink.number(y)));
    for (var spot : spots.subList(1, spots.size())) {
      double nextX = port(route, spot);
      double nextY = edge(spot, route.upward());
      way.append(curve(x, (y + nextY) / 2, nextX, nextY));
      x = nextX;
      y = nextY;
      if (spot != spots.getLast()) {
        y = edge(spot, !route.upward());
        way.append("V").append(Ink.number(y));
      }
    }
    return way.toString();
  }

  private static String curve(double x, double middle, double nextX, double nextY) {
    return "C%s %s %s %s %s %s"
        .formatted(
            Ink.number(x),
            Ink.number(middle),
            Ink.number(nextX),
            Ink.number(middle),
            Ink.number(nextX),
            Ink.number(nextY));
  }

  /** Lower or upper edge of a spot; lanes reach over the full height of their layer. */
  private double edge(Spot spot, boolean lower) {
    var layer = layout.layers().get(spot.layer);
    if (spot.width > 8
        && chart.boxes().stream().anyMatch(b -> layout.box(b.state().id()) == spot)) {
      return lower ? spot.top + spot.height : spot.top;
    }
    return lower
        ? layer.stream().mapToDouble(s -> s.top + s.height).max().orElse(0)
        : layer.stream().mapToDouble(s -> s.top).min().orElse(0);
  }

  /** Where an arrow meets a spot: arrows share the edge of a box in the order they come. */
  private double port(Route route, Spot spot) {
    boolean upper = spot == route.spots().getFirst();
    if (!upper && spot != route.spots().getLast()) {
      return spot.x;
    }
    var sharing =
        layout.routes().stream()
            .filter(r -> (upper ? r.spots().getFirst() : r.spots().getLast()) == spot)
            .sorted(Comparator.comparingDouble(r -> next(r, upper).x))
            .toList();
    double step = (spot.width - 24) / sharing.size();
    return spot.x - (spot.width - 24) / 2 + step * (sharing.indexOf(route) + 0.5);
  }

  private static Spot next(Route route, boolean upper) {
    return route.spots().get(upper ? 1 : route.spots().size() - 2);
  }

  private void label(Route route) {
    var spot = route.label();
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"4\" fill=\"#ffffff\"/>",
        spot.x - spot.width / 2, spot.top, spot.width, spot.height);
    double y = spot.top + 15;
    for (var text : route.arrow().labels()) {
      var colour = route.arrow().automatic() ? BY_CLOCK : BY_PEOPLE;
      middle(spot.x, y, Shapes.LABEL, colour, text.zh());
      middle(spot.x, y + 13, Shapes.SMALL - 1, "#667085", text.en());
      y += Shapes.LABEL_LINE;
    }
  }

  private void middle(double x, double y, double size, String colour, String text) {
    add(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\" text-anchor=\"middle\">%s</text>",
        x, y, size, colour, Ink.escape(text));
  }

  private void box(Chart.Box box) {
    var spot = layout.box(box.state().id());
    var look = Ink.look(box.state().end() ? null : box.state().owner());
    double left = spot.x - spot.width / 2;
    frame(left, spot.top, spot, look);
    if (box.state().end()) {
      frame(left + 4, spot.top + 4, new Spot(spot.width - 8, spot.height - 8), look);
    }
    double middle = spot.top + 28;
    add("<circle cx=\"%s\" cy=\"%s\" r=\"13\" fill=\"%s\"/>", left + 24, middle, look.line());
    middle(left + 24, middle + 5, 13, "#ffffff", look.sign());
    text(left + 44, spot.top + 26, Shapes.TITLE, "#101828", box.state().title().zh());
    text(left + 44, spot.top + 44, Shapes.SMALL, "#475467", box.state().title().en());
    lines(left + 14, spot.top + Shapes.HEAD + 10, box);
  }

  private void lines(double left, double top, Chart.Box box) {
    double y = top;
    for (var clock : box.clocks()) {
      text(left, y, Shapes.SMALL + 1, BY_CLOCK, "◷ " + clock);
      y += Shapes.LINE;
    }
    for (var act : box.acts()) {
      text(left, y, Shapes.SMALL + 1, "#475467", act);
      y += Shapes.LINE;
    }
  }

  private void frame(double left, double top, Spot size, Ink.Look look) {
    add(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"10\" fill=\"%s\" stroke=\"%s\""
            + " stroke-width=\"1.5\"/>",
        left, top, size.width, size.height, look.fill(), look.line());
  }

  private void legend(double top) {
    double x = MARGIN;
    for (var look : looks()) {
      add("<circle cx=\"%s\" cy=\"%s\" r=\"9\" fill=\"%s\"/>", x + 9, top, look.line());
      middle(x + 9, top + 4, 10, "#ffffff", look.sign());
      var name = look.name().zh() + " " + look.name().en();
      text(x + 24, top + 4, Shapes.SMALL, "#475467", name);
      x += 44 + Ink.width(name, Shapes.SMALL);
    }
    text(MARGIN, top + 32, Shapes.SMALL, "#475467", KEY);
  }

  private List<Ink.Look> looks() {
    return chart.boxes().stream()
        .map(box -> Ink.look(box.state().end() ? null : box.state().owner()))
        .distinct()
        .toList();
  }
}
