package org.bihuan.portal.open311;

import java.util.List;
import java.util.Map;
import org.bihuan.foundation.shared.Text;

/** What a call comes to, before it is put into a format. */
sealed interface Told {

  /** A list. */
  record Many(int status, Listing listing) implements Told {}

  /** One thing. */
  record One(String root, Map<String, Object> values) implements Told {}

  /**
   * It was not done.
   *
   * @param status 400 wrong, 403 the key, 404 not there, 429 too often
   * @param faults what is wrong, each in words
   */
  record Wrong(int status, List<Text> faults) implements Told {

    public Wrong {
      faults = List.copyOf(faults);
    }
  }

  static Told wrong(int status, String zh, String en) {
    return new Wrong(status, List.of(new Text(zh, en)));
  }

  static Told noService() {
    return wrong(404, "没有这个service_code", "service_code is not known");
  }

  static Told noRequest() {
    return wrong(404, "没有这个service_request_id", "service_request_id is not known");
  }
}
