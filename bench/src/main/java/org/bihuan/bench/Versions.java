package org.bihuan.bench;

import org.operaton.bpm.engine.ProcessEngine;

/** Which rivals were met. */
final class Versions {

  private Versions() {}

  static String flowable() {
    return org.flowable.engine.ProcessEngine.VERSION;
  }

  static String operaton() {
    return String.valueOf(ProcessEngine.class.getPackage().getImplementationVersion());
  }
}
