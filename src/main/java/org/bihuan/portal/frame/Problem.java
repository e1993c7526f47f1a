package org.bihuan.portal.frame;

import java.util.Locale;
import org.bihuan.foundation.shared.Text;

/** What can go wrong before a door is reached, in the words of the API. */
enum Problem {
  BAD_REQUEST(
      400, "请求无效", "Bad request", "请求的内容或参数无法识别。", "The request or its parameters cannot be read."),
  UNAUTHORIZED(
      401,
      "需要登录",
      "Sign-in needed",
      "请携带有效的访问令牌：Authorization: Bearer <令牌>。",
      "Send a valid token: Authorization: Bearer <token>."),
  NOT_ALLOWED(403, "没有权限", "Not allowed", "您的角色不能执行此操作。", "Your roles do not allow this."),
  NOT_FOUND(404, "没有找到", "Not found", "这个地址没有内容。", "There is nothing at this address."),
  METHOD_NOT_ALLOWED(
      405,
      "方法不适用",
      "Method not allowed",
      "这个地址不支持该请求方法。",
      "This address does not answer this method."),
  NOT_ACCEPTABLE(
      406,
      "格式不可用",
      "Not acceptable",
      "无法按要求的格式回复，请接受application/json。",
      "Only application/json can be sent."),
  CONFLICT(
      409, "状态冲突", "Conflict", "内容已被他人更改，请重新读取。", "It changed meanwhile; please read it again."),
  TOO_LARGE(413, "内容过大", "Too large", "请求正文不能超过1 MB。", "A request body has at most 1 MB."),
  UNSUPPORTED_TYPE(
      415,
      "格式不支持",
      "Unsupported media type",
      "请以application/json发送正文。",
      "Please send the body as application/json."),
  UNPROCESSABLE(422, "内容有误", "Not valid", "请改正所列各项。", "Please correct what is listed."),
  TOO_MANY(429, "请求过多", "Too many requests", "请稍后再试。", "Please try again later."),
  FAULT(
      500,
      "系统故障",
      "Fault",
      "系统出错，已记录，请稍后再试。",
      "Something failed here and was recorded; please try later."),
  UNAVAILABLE(
      503, "暂时繁忙", "Unavailable", "系统暂时繁忙，请稍后再试。", "The system is busy; please try again shortly."),
  UNSURE(
      503,
      "结果未知",
      "Outcome unknown",
      "与数据库的连接在提交时中断，尚不能确定是否已办成。请用同一个Idempotency-Key再发一次，不会重复办理。",
      "The connection broke during the commit, so it is unknown whether it was done. Send it again with"
          + " the same Idempotency-Key; it is never done twice.");

  private final int status;
  private final String titleZh;
  private final String titleEn;
  private final String detailZh;
  private final String detailEn;

  Problem(int status, String titleZh, String titleEn, String detailZh, String detailEn) {
    this.status = status;
    this.titleZh = titleZh;
    this.titleEn = titleEn;
    this.detailZh = detailZh;
    this.detailEn = detailEn;
  }

  int status() {
    return status;
  }

  /** Its name, for programs. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What kind of thing went wrong. */
  Text title() {
    return new Text(titleZh, titleEn);
  }

  /** What to do about it. */
  Text detail() {
    return new Text(detailZh, detailEn);
  }

  /** The problem with this status; one of the same hundred if there is none of its own. */
  static Problem of(int status) {
    for (var problem : values()) {
      if (problem.status == status) {
        return problem;
      }
    }
    return status >= 400 && status < 500 ? BAD_REQUEST : FAULT;
  }
}
