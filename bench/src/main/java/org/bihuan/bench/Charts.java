package org.bihuan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Two bar charts: how many times the reference's rate, and how long one in a hundred took. */
final class Charts {

  private static final int WIDTH = 760;
  private static final int LEFT = 330;
  private static final int ROW = 26;

  private Charts() {}

  static void write(Path folder, List<Line> lines) throws IOException {
    var compared = lines.stream().filter(line -> line.ratio() != null).toList();
    Files.writeString(
        folder.resolve("ratios.svg"),
        chart(
            "Rate, as a multiple of the reference",
            compared,
            line -> line.ratio() == null ? 0 : line.ratio().median(),
            "×"));
    Files.writeString(
        folder.resolve("times.svg"), chart("Time of one in a hundred", lines, Line::p99, "ms"));
  }

  private static String chart(
      String title, List<Line> lines, ToDoubleFunction<Line> value, String unit) {
    double most = Math.max(1e-9, lines.stream().mapToDouble(value).max().orElse(1));
    int height = 50 + ROW * lines.size();
    var svg = new StringBuilder();
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            .formatted(WIDTH, height));
    svg.append(" font-family=\"system-ui, sans-serif\" font-size=\"13\">\n");
    svg.append("<title>%s</title>%n".formatted(title));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    svg.append(
        "<text x=\"12\" y=\"24\" font-size=\"15\" font-weight=\"600\">%s</text>%n"
            .formatted(title));
    for (int i = 0; i < lines.size(); i++) {
      svg.append(bar(lines.get(i), 40 + ROW * i, value.applyAsDouble(lines.get(i)), most, unit));
    }
    return svg.append("</svg>\n").toString();
  }

  /** Bars are drawn on a root scale, so that short ones stay visible beside long ones. */
  private static String bar(Line line, int y, double value, double most, String unit) {
    double length = Math.sqrt(value / most) * (WIDTH - LEFT - 110);
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
            + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"#1f5fa8\"/>%n"
            + "<text x=\"%.1f\" y=\"%d\">%.2f %s</text>%n",
        LEFT - 8,
        y + 13,
        name(line),
        LEFT,
        y,
        Math.max(1, length),
        LEFT + Math.max(1, length) + 6,
        y + 13,
        value,
        unit);
  }

  private static String name(Line line) {
    var name =
        new StringBuilder(line.work()).append(", ").append(line.callers()).append(" at once");
    if (line.size() > 0) {
      name.append(String.format(Locale.ROOT, ", %,d", line.size()));
    }
    return line.reference() == null ? name.toString() : name + " ÷ " + line.reference();
  }
}
