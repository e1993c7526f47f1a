package bihuan.faults;

/** One promise put to the test. */
interface Scenario {

  /** As on the command line. */
  String name();

  /** Which rows of the reliability table it is about: {@code R1}. */
  String promise();

  /** The promise in one sentence. */
  String says();

  /** Tries to break it, then breaks it on purpose and sees whether that is noticed. */
  void run(Trial trial) throws Exception;
}
