package org.bihuan.services.league.rolls;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns a roll may have, by the words in its first line. */
enum Column {
  NUMBER("number", true, "团员编号|编号|member number"),
  NAME("name", true, "姓名"),
  PHONE("phone", true, "手机号|手机|联系电话"),
  SCHOOL("school", true, "学校|学校团组织"),
  CLASS("class", true, "班级|团支部|班级团支部|class branch"),
  DAY("graduation", true, "毕业日期|毕业时间|graduation day"),
  NEXT("next", false, "去向|毕业去向"),
  ORGANISED("organised", false, "单位有无团组织|有无团组织"),
  PLACE("place", false, "转到哪里|转入选择"),
  STAY("stay", false, "保留或转出|保留/转出"),
  RESIDENCE("residence", false, "经常居住地|居住街道"),
  WORKPLACE("workplace", false, "单位所在地|单位街道"),
  TARGET("receiver", false, "接收团组织|转入团组织");

  private final String english;
  private final boolean required;
  private final String words;

  Column(String english, boolean required, String words) {
    this.english = english;
    this.required = required;
    this.words = words;
  }

  boolean required() {
    return required;
  }

  /** What the template calls it. */
  String title() {
    return words().getFirst();
  }

  /** All it may be called, the usual first; an enum keeps text, which nobody can change. */
  private List<String> words() {
    return List.of(words.split("\\|"));
  }

  static Optional<Column> of(String head) {
    var plain = head.strip();
    return Arrays.stream(values())
        .filter(one -> one.words().contains(plain) || one.english.equalsIgnoreCase(plain))
        .findFirst();
  }
}
