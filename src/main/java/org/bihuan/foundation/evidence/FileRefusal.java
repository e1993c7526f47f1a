package org.bihuan.foundation.evidence;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** Why a file was not kept; each says what the person can do. */
public enum FileRefusal {
  EMPTY("文件是空的，请重新选择", "The file is empty; please choose it again"),
  TOO_LARGE("文件太大，请压缩后再传", "The file is too large; please make it smaller"),
  NOT_ALLOWED(
      "只收JPG、PNG图片，PDF，不含宏的DOCX、XLSX，TXT，未压缩的WAV录音",
      "Only JPG and PNG pictures, PDF, DOCX and XLSX without macros, TXT and uncompressed WAV are"
          + " taken"),
  MISMATCH("文件内容与扩展名不符", "The content is not what the ending of its name says"),
  TOO_MANY_PIXELS("图片尺寸太大，请缩小后再传", "The picture has too many pixels; please scale it down"),
  TOO_MANY_PAGES("页数太多，请分成几个文件", "It has too many pages; please split it"),
  TOO_LONG("录音太长，请分成几段", "The recording is too long; please split it"),
  TOO_DEEP(
      "压缩内容过大或嵌套了压缩包，不能接收",
      "It unpacks to too much, or holds archives within, and cannot be taken"),
  ACTIVE(
      "文件含有宏、脚本、外部链接或嵌入对象，请另存为普通文件后再传",
      "It holds macros, scripts, outside links or embedded objects; please save it plainly"),
  LOCKED("文件有密码或已加密，请去掉密码后再传", "It is protected by a password; please remove that"),
  INFECTED("安全检查发现有害内容，未保存", "The virus check found something harmful; it was not kept"),
  DAMAGED("文件不完整或已损坏，请重新传一次", "The file is incomplete or damaged; please send it again"),
  CASE_FULL("这件事的附件已到上限", "This matter has as many files as it may have"),
  DAY_FULL("今天上传的文件已到上限，请明天再传", "Too much was sent today; please try again tomorrow");

  private final String zh;
  private final String en;

  FileRefusal(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  /** What is told to the person. */
  public Text message() {
    return new Text(zh, en);
  }

  /** Its name, for programs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
