package org.bihuan.foundation.access;

import java.time.Duration;
import java.util.Locale;

/**
 * Brings a sign-in code to a phone. Where there is none, nobody can sign in by code and the page
 * says so; the demo has one that shows the code in a box. A later module that sends messages
 * implements it, and then takes the demo's place.
 */
public interface CodeSender {

  /**
   * Takes a code to be sent at once, past any quiet hours: somebody waits for it. True when it is
   * on its way or laid ready to be, not when it has arrived; false if nobody would take it.
   *
   * @param phone a mobile number, digits only
   * @param code six digits; neither it nor the phone belongs in a log
   * @param life how long it may be used
   * @param language the reader's
   */
  boolean send(String phone, String code, Duration life, Locale language);
}
