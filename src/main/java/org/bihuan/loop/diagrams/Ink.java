package org.bihuan.loop.diagrams;

import java.util.Locale;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Source;
import org.jspecify.annotations.Nullable;

/** How things are written and coloured on paper. */
final class Ink {

  private Ink() {}

  /** What an owner looks like: name, one character for its badge, line and fill colours. */
  record Look(Text name, String sign, String line, String fill) {}

  /** Who may own a state or do an act; absent is an end. */
  static Look look(@Nullable Role role) {
    return switch (role) {
      case null -> new Look(new Text("终点", "End"), "终", "#475467", "#f2f4f7");
      case APPLICANT -> new Look(new Text("申请人", "Applicant"), "申", "#b54708", "#fff6e6");
      case CLERK -> new Look(new Text("窗口人员", "Clerk"), "窗", "#0e7490", "#e8f8fb");
      case DISPATCHER -> new Look(new Text("派单人员", "Dispatcher"), "派", "#1d4ed8", "#eaf1ff");
      case HANDLER -> new Look(new Text("承办人员", "Handler"), "办", "#15803d", "#eaf8ee");
      case APPROVER -> new Look(new Text("单位负责人", "Approver"), "批", "#4d7c0f", "#f3f9e6");
      case CALLER -> new Look(new Text("回访人员", "Caller"), "访", "#7e22ce", "#f6edff");
      case GRID_WORKER -> new Look(new Text("网格员", "Grid worker"), "格", "#0f766e", "#e6f7f5");
      case LEADER -> new Look(new Text("区领导", "Leader"), "领", "#b42318", "#fdeceb");
      case ADMIN -> new Look(new Text("管理员", "Admin"), "管", "#475467", "#f2f4f7");
      case INTEGRATOR -> new Look(new Text("外部系统", "Integrator"), "系", "#475467", "#f2f4f7");
      case SYSTEM -> new Look(new Text("时钟", "Clock"), "钟", "#b54708", "#fff6e6");
    };
  }

  static Text limit(Limit limit) {
    var zh =
        switch (limit.unit()) {
          case WORKDAY -> "个工作日";
          case DAY -> "日";
          case HOUR -> "小时";
          case MINUTE -> "分钟";
          case WORKHOUR -> "个工作小时";
        };
    var en =
        switch (limit.unit()) {
          case WORKDAY -> "working day";
          case DAY -> "day";
          case HOUR -> "hour";
          case MINUTE -> "minute";
          case WORKHOUR -> "working hour";
        };
    int n = limit.amount();
    return new Text(n + zh, n + " " + en + (n == 1 ? "" : "s"));
  }

  static Text origin(Source.Origin origin) {
    return switch (origin) {
      case NATIONAL -> new Text("国家", "national");
      case LOCAL -> new Text("地方", "local");
      case OURS -> new Text("本系统", "ours");
    };
  }

  /** Width of a text in pixels: a Chinese character is as wide as high, others about half. */
  static double width(String text, double size) {
    return text.codePoints().mapToDouble(c -> c > 0x2000 ? size : size * 0.56).sum();
  }

  /** A number with at most one decimal, the same on every machine. */
  static String number(double value) {
    var text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
