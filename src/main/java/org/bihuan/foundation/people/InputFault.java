package org.bihuan.foundation.people;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** What can be wrong with what a person enters about themselves. */
enum InputFault {
  NAME_REQUIRED("请填写姓名", "Enter a name"),
  NAME_LENGTH("姓名不能超过60个字", "A name has at most 60 characters"),
  NAME_CHARACTERS("姓名中含有无法显示的字符", "The name contains characters that cannot be shown"),
  ORGANISATION_REQUIRED("请填写单位名称", "Enter the name of the organisation"),
  ORGANISATION_LENGTH("单位名称不能超过100个字", "An organisation's name has at most 100 characters"),
  ORGANISATION_CHARACTERS(
      "单位名称中含有无法显示的字符", "The organisation's name contains characters that cannot be shown"),
  PHONE_REQUIRED("请填写联系电话", "Enter a phone number"),
  PHONE_FORM(
      "请填写11位手机号码，或带区号的固定电话，例如0352-1234567",
      "Enter a mobile number of 11 digits, or a landline with its area code, for example 0352-1234567"),
  ID_NUMBER_FORM(
      "公民身份号码应为18位，前17位是数字，最后一位是数字或X", "An ID number has 17 digits followed by a digit or X"),
  ID_NUMBER_BIRTH("公民身份号码中的出生日期不存在", "The birth date in the ID number does not exist"),
  ID_NUMBER_FUTURE("公民身份号码中的出生日期晚于今天", "The birth date in the ID number is in the future"),
  ID_NUMBER_CHECKSUM(
      "公民身份号码校验不通过，请核对每一位", "The ID number does not add up; please check every digit"),
  CREDIT_CODE_FORM(
      "统一社会信用代码应为18位数字或大写字母（不含I、O、S、V、Z）",
      "A credit code has 18 digits or capital letters (never I, O, S, V or Z)"),
  CREDIT_CODE_BODY(
      "统一社会信用代码中的主体标识码（第9至17位）校验不通过",
      "Characters 9 to 17 of the credit code, the organisation code, do not add up"),
  CREDIT_CODE_CHECKSUM(
      "统一社会信用代码校验不通过，请核对每一位", "The credit code does not add up; please check every character");

  private final String zh;
  private final String en;

  InputFault(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  Text message() {
    return new Text(zh, en);
  }

  /** The last word of the constant: {@code required}, {@code form}, {@code checksum} … */
  String code() {
    return name().substring(name().lastIndexOf('_') + 1).toLowerCase(Locale.ROOT);
  }
}
