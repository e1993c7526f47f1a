package org.bihuan.foundation.letters;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.bihuan.foundation.access.CodeSender;
import org.bihuan.foundation.shared.Text;
import org.springframework.context.MessageSource;

/**
 * Sign-in codes by the gateway that carries messages: at once, at any hour, and never written down,
 * so that no table, outbox or log can show one. If it fails the person asks for another.
 */
final class SentCodes implements CodeSender {

  private static final System.Logger LOG = System.getLogger(SentCodes.class.getName());

  private final Carrier gateway;
  private final MessageSource messages;

  SentCodes(Carrier gateway, MessageSource messages) {
    this.gateway = gateway;
    this.messages = messages;
  }

  @Override
  public boolean send(String phone, String code, Duration life, Locale language) {
    var fills = new Object[] {code, life.toMinutes()};
    var words = messages.getMessage("letters.sign-in-code", fills, language);
    var text = new Text(words, words);
    var letter = new Carrier.Outgoing(UUID.randomUUID(), phone, text, text);
    var attempt = new FutureTask<>(() -> gateway.carry(letter));
    attempt.run();
    var carried =
        attempt.state() == Future.State.SUCCESS
            ? attempt.resultNow()
            : new Carrier.Carried.Failed(attempt.exceptionNow().getClass().getSimpleName(), false);
    return switch (carried) {
      case Carrier.Carried.Handed _ -> true;
      case Carrier.Carried.Failed(var why, var lasting) -> {
        LOG.log(System.Logger.Level.WARNING, "a sign-in code was not taken: {0}", why);
        yield false;
      }
    };
  }
}
