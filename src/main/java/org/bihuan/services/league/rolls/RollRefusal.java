package org.bihuan.services.league.rolls;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** Why a file was not taken. */
public enum RollRefusal {
  NO_FILE("请选择要导入的 xlsx 文件", "Choose the xlsx file to take in"),
  NOT_A_SHEET("这个文件不能作为 xlsx 表格打开", "This file cannot be opened as an xlsx table"),
  TOO_LARGE("文件太大（不超过 10 MB）", "The file is too large: at most 10 MB"),
  TOO_MANY("行数太多（不超过 50000 行），请分开导入", "Too many lines: at most 50,000; split it"),
  NO_HEAD("第一行缺少必需的列，请对照模板", "The first line lacks a needed column; compare the template"),
  EMPTY("表格里没有内容", "There is nothing in the table"),
  GONE("文件已不再保存，请重新上传", "The file is no longer kept; send it again"),
  NOT_YOURS("不是您提交的文件", "Somebody else's file");

  private final String zh;
  private final String en;

  RollRefusal(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** The name in answers: {@code too-large}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same in words. */
  public Text message() {
    return new Text(zh, en);
  }
}
