package org.bihuan.foundation.access.entry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.foundation.access.CodeSender;
import org.bihuan.foundation.access.TestingAccess;
import org.bihuan.foundation.access.entry.FactorSettings.Wanted;
import org.bihuan.foundation.access.entry.Passage.Caller;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.ObjectProvider;

/** The doors of the ways in, over the database and the clock of the module. */
public final class TestingEntry {

  static final Caller OFFICE = new Caller("10.0.0.1", "a test");

  private static final Seals SEALS = new Seals(new SealKey(Path.of("target/test-sign-in.key")));

  private TestingEntry() {}

  /** Phones that keep what is sent to them. */
  static final class TestingPhones implements CodeSender {

    final Map<String, String> codes = new HashMap<>();

    @Override
    public synchronized boolean send(String phone, String code, Duration life, Locale language) {
      codes.put(phone, code);
      return true;
    }
  }

  public static SecondFactor factors() {
    return factors(Wanted.OPTIONAL);
  }

  static SecondFactor factors(Wanted wanted) {
    return new SecondFactor(
        new FactorSql(TestingAccess.database().jdbc()),
        new PasskeySql(TestingAccess.database().jdbc()),
        TestingAccess.guesses(),
        SEALS,
        new FactorSettings(wanted),
        TestingAccess.clock());
  }

  static Passkeys passkeys() {
    var settings = new PasskeySettings("localhost", null, Duration.ofMinutes(5), 10);
    return new Passkeys(
        new PasskeySql(TestingAccess.database().jdbc()),
        new PasskeyCheck(settings),
        TestingAccess.guesses(),
        SEALS,
        TestingAccess.transaction(),
        TestingAccess.clock());
  }

  public static FirstAdmin firstAdmin() {
    return new FirstAdmin(
        new LinkSql(TestingAccess.database().jdbc()),
        TestingAccess.staff(),
        TestingAccess.guesses(),
        SEALS,
        TestingAccess.transaction(),
        TestingAccess.clock());
  }

  static Visits visits() {
    return new Visits(
        new VisitSql(TestingAccess.database().jdbc()),
        TestingAccess.sessions(),
        factors(),
        SEALS,
        new VisitLimits(
            Duration.ofMinutes(30),
            Duration.ofHours(12),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofMinutes(10),
            Duration.ofDays(184)),
        TestingAccess.clock());
  }

  static PhoneCodes codes(CodeSender sender) {
    return codes(
        new ObjectProvider<>() {
          @Override
          public CodeSender getObject() {
            return sender;
          }
        });
  }

  /** Of a house where nobody sends codes. */
  static PhoneCodes codesUnsent() {
    return codes(
        new ObjectProvider<>() {
          @Override
          public CodeSender getObject() {
            throw new NoSuchBeanDefinitionException(CodeSender.class);
          }
        });
  }

  private static PhoneCodes codes(ObjectProvider<CodeSender> senders) {
    return new PhoneCodes(
        new CodeSql(TestingAccess.database().jdbc()),
        TestingAccess.guesses(),
        SEALS,
        new CodeLimits(Duration.ofMinutes(5), 5, 2, Duration.ofMinutes(1), Duration.ofHours(1)),
        senders,
        TestingAccess.clock());
  }

  /** The code an authenticator shows for a secret as it is typed. */
  static String code(UUID staff, int stepsLater) {
    var kept = new FactorSql(TestingAccess.database().jdbc()).find(staff).orElseThrow();
    var secret = SEALS.open(kept.secret(), "factor secret", staff);
    return Totp.code(secret, Totp.step(TestingAccess.clock().instant()) + stepsLater, 6);
  }
}
