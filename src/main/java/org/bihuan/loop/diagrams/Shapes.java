package org.bihuan.loop.diagrams;

import java.util.stream.Stream;

/** Sizes of what a diagram is made of. */
final class Shapes {

  static final double TITLE = 16;
  static final double SMALL = 11;
  static final double LABEL = 13;
  static final double LINE = 17;
  static final double HEAD = 62;
  static final double LABEL_LINE = 30;

  private Shapes() {}

  record Size(double width, double height) {}

  static Size size(Chart.Box box) {
    double titles =
        56
            + Math.max(
                Ink.width(box.state().title().zh(), TITLE),
                Ink.width(box.state().title().en(), SMALL));
    double lines =
        44
            + Stream.concat(box.clocks().stream(), box.acts().stream())
                .mapToDouble(line -> Ink.width(line, SMALL + 1))
                .max()
                .orElse(0);
    int count = box.clocks().size() + box.acts().size();
    return new Size(
        Math.max(150, Math.max(titles, lines)), HEAD + (count == 0 ? 0 : count * LINE + 8));
  }

  static Size size(Chart.Arrow arrow) {
    double widest =
        arrow.labels().stream()
            .mapToDouble(text -> Math.max(Ink.width(text.zh(), LABEL), Ink.width(text.en(), SMALL)))
            .max()
            .orElse(0);
    return new Size(widest + 10, arrow.labels().size() * LABEL_LINE + 6);
  }
}
