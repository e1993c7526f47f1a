package org.bihuan.loop.procedures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** Collects what is wrong in one file, so that its author sees everything at once. */
final class Faults {

  private final String file;
  private final List<Loading.Problem> found = new ArrayList<>();

  Faults(String file) {
    this.file = file;
  }

  void add(Fault fault, String path, String detail) {
    found.add(fault.in(file, path, detail));
  }

  /** The value if nothing was wrong, else all problems. */
  <T> Loading<T> or(T value) {
    return found.isEmpty() ? new Loading.Loaded<>(value) : new Loading.Rejected<>(found);
  }

  List<Loading.Problem> found() {
    return List.copyOf(found);
  }

  boolean none() {
    return found.isEmpty();
  }

  /** The kinds of problem a file can have; each takes one detail. */
  enum Fault {
    NOT_YAML("文件不是有效的YAML：%s", "not YAML: %s"),
    UNKNOWN_KEY("没有“%s”这个键", "no key '%s' here"),
    MISSING("缺少“%s”", "'%s' is missing"),
    WRONG_TYPE("应为%s", "must be %s"),
    BAD_NAME("“%s”不是合格的名称（小写字母、数字、连字符）", "'%s' is no name (lower case, digits, hyphens)"),
    BAD_LIMIT("期限有误：%s", "bad limit: %s"),
    BAD_CONDITION("条件有误：%s", "bad condition: %s"),
    BAD_SCHEMA("表单有误：%s", "bad form: %s"),
    UNTITLED("表单项缺少“%s”", "a form field needs '%s'"),
    UNKNOWN_STATE("没有状态“%s”", "no state '%s'"),
    UNKNOWN_ROLE("没有角色“%s”", "no role '%s'"),
    UNKNOWN_FLAG("没有标记“%s”", "no flag '%s'"),
    UNKNOWN_ORIGIN("没有来源类别“%s”", "no origin '%s'"),
    UNKNOWN_MOMENT("没有环节标出时点“%s”", "no act marks the moment '%s'"),
    UNKNOWN_CLOCK("没有时钟“%s”", "no clock '%s'"),
    UNKNOWN_ACT("没有环节“%s”", "no act '%s'"),
    UNKNOWN_PROCEDURE("没有流程“%s”", "no procedure '%s'"),
    NOT_AN_END("“%s”不是终点", "'%s' is not an end"),
    OPENING("open 环节有误：%s", "the act 'open' %s"),
    DUPLICATE("“%s”重复", "'%s' is there twice"),
    NO_UNIT("“%s”不是登记时必填的单位", "'%s' is no unit that the opening form requires"),
    NO_EXTENSION("时钟“%s”不允许延长", "the clock '%s' allows no extension"),
    TOO_MANY("太多：%s", "too many: %s");

    private final String zh;
    private final String en;

    Fault(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    Loading.Problem in(String file, String path, String detail) {
      return new Loading.Problem(
          file,
          path,
          name().toLowerCase(Locale.ROOT).replace('_', '-'),
          new Text(zh.formatted(detail), en.formatted(detail)));
    }
  }
}
