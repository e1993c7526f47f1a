package org.bihuan.foundation.letters;

/** Sends nothing and says that it did: for the demo, where the outbox page is the phone. */
final class LoggedSms implements Carrier {

  private static final System.Logger LOG = System.getLogger(LoggedSms.class.getName());

  @Override
  public Way way() {
    return Way.SMS;
  }

  @Override
  public Carried carry(Outgoing letter) {
    LOG.log(System.Logger.Level.INFO, "message shown in the outbox only: {0}", letter.id());
    return new Carried.Handed();
  }
}
