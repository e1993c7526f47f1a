package org.bihuan.foundation.access;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** What a change to staff comes to: done, or refused for a named reason. */
public sealed interface Outcome<T> {

  /** It is done; the value is what it made. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It is not done, and nothing changed. */
  record Refused<T>(Refusal reason) implements Outcome<T> {}

  /** Why a change to staff is refused. */
  enum Refusal {
    LOGIN_FORM(
        "登录名须为2至32位小写字母、数字、点、下划线或连字符，并以字母开头",
        "A login name has 2 to 32 lower-case letters, digits, dots, underscores or hyphens and begins"
            + " with a letter"),
    LOGIN_TAKEN("登录名已被使用", "The login name is taken"),
    NAME_FORM("姓名须为1至60个可见字符", "A name has 1 to 60 visible characters"),
    UNIT_UNKNOWN("单位不存在", "There is no such unit"),
    STAFF_UNKNOWN("没有这个登录名", "There is no such login name"),
    STAFF_DISABLED("该账号已停用", "The account is disabled"),
    ROLES_NONE("至少需要一个角色", "At least one role is needed"),
    ROLES_NOT_FOR_STAFF("申请人和系统角色不能授予工作人员", "Applicant and system are not roles for staff"),
    ADMIN_APART("系统管理员不能兼任业务角色", "An administrator works no matters and has no other role"),
    ADMIN_EXISTS("已有系统管理员，请由其添加账号", "There is an administrator, who adds accounts"),
    LINK_UNKNOWN("链接无效、已使用或已过期", "The link is not valid, was used or has expired"),
    PASSWORD_SHORT("密码太短", "The password is too short"),
    PASSWORD_LONG("密码太长", "The password is too long"),
    PASSWORD_COMMON(
        "这个密码太常见、太简单或包含登录名，请换一个",
        "This password is too common or too plain or holds the login name; please choose another"),
    LAST_ADMIN("不能停用或变更最后一名系统管理员", "The last administrator has to stay"),
    TOKEN_NAME_FORM("令牌名称须为1至60个可见字符", "A token's name has 1 to 60 visible characters"),
    TOKEN_NAME_TAKEN("该账号已有同名的有效令牌", "The account has a live token of this name"),
    TOKEN_LIFETIME("令牌有效期须为1至366天", "A token lives 1 to 366 days"),
    TOKEN_UNKNOWN("没有这个有效令牌", "There is no such live token");

    private final String zh;
    private final String en;

    Refusal(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    /** The name used in the API and on the command line. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason in words. */
    public Text message() {
      return new Text(zh, en);
    }
  }
}
