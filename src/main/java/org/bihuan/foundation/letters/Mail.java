package org.bihuan.foundation.letters;

import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends e-mail in both languages, plain text. */
final class Mail implements Carrier {

  private final JavaMailSender sender;
  private final String from;

  Mail(JavaMailSender sender, String from) {
    this.sender = sender;
    this.from = from;
  }

  @Override
  public Way way() {
    return Way.EMAIL;
  }

  @Override
  public Carried carry(Outgoing letter) {
    var mail = new SimpleMailMessage();
    mail.setFrom(from);
    mail.setTo(letter.to());
    mail.setSubject(letter.title().zh() + " / " + letter.title().en());
    mail.setText(letter.words().zh() + "\n\n" + letter.words().en() + "\n");
    try {
      sender.send(mail);
      return new Carried.Handed();
    } catch (MailException e) {
      return new Carried.Failed(e.getClass().getSimpleName(), e instanceof MailParseException);
    }
  }
}
