package org.bihuan.portal.account;

import java.util.List;
import java.util.Locale;
import org.bihuan.foundation.access.Outcome.Refusal;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;

/** What can be wrong with what somebody types to come in. */
enum Faults {
  CODE_WRONG("验证码不对、已用过或已过期", "The code is not right, was used or is too old"),
  MUST_WAIT("试错次数太多，请过一会儿再试", "Too many tries; please wait a while"),
  SENT_TOO_OFTEN(
      "发送太频繁，请过一会儿再试", "Codes were asked for too often; please wait a while and try again"),
  NO_MOBILE("验证码只能发到手机，请填写11位手机号码", "A code goes to a mobile phone only: 11 digits"),
  NOT_SENT("验证码现在发不出去，请过一会儿再试", "The code cannot be sent just now; please try again soon"),
  NO_SENDER("本系统还没有开通短信登录", "Sign-in by code is not set up here yet"),
  PASSKEY_NAME("请给通行密钥起个名字，不超过60个字", "Give the passkey a name of at most 60 characters"),
  PASSKEY_WRONG(
      "没有添加成功：可能等得太久、已添加过或数量已满，请再试一次",
      "It was not added: it took too long, is here already, or there are too many; please try again"),
  PASSKEY_UNKNOWN("通行密钥没有通过，请再试一次", "The passkey did not fit; please try again"),
  PASSWORD_WRONG("密码不对", "The password is not right"),
  PASSWORDS_DIFFER("两次输入的密码不一样", "The two passwords are not the same"),
  TOKEN_DAYS("有效期须为1至366天", "A token lives 1 to 366 days");

  private final String zh;
  private final String en;

  Faults(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  FieldError at(String field) {
    var code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new FieldError(field, code, new Text(zh, en));
  }

  /** An empty form with this beside a field; what was typed there is a secret or a mistake. */
  Typed typed(String field) {
    return Typed.NOTHING.with(List.of(at(field)));
  }

  /** The field a refusal is told beside. */
  static FieldError of(Refusal refusal) {
    var field =
        switch (refusal) {
          case LOGIN_FORM, LOGIN_TAKEN -> "login";
          case NAME_FORM, TOKEN_NAME_FORM, TOKEN_NAME_TAKEN -> "name";
          case TOKEN_LIFETIME -> "days";
          case PASSWORD_SHORT, PASSWORD_LONG, PASSWORD_COMMON -> "password";
          case UNIT_UNKNOWN,
              STAFF_UNKNOWN,
              STAFF_DISABLED,
              ROLES_NONE,
              ROLES_NOT_FOR_STAFF,
              ADMIN_APART,
              LAST_ADMIN,
              ADMIN_EXISTS,
              LINK_UNKNOWN,
              TOKEN_UNKNOWN ->
              "main";
        };
    return new FieldError(field, refusal.code(), refusal.message());
  }
}
