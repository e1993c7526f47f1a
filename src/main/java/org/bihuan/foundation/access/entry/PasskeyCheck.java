package org.bihuan.foundation.access.entry;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.bihuan.foundation.access.entry.PasskeySql.Kept;
import org.bihuan.foundation.access.entry.PasskeySql.Made;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a browser answers for a passkey, checked as WebAuthn asks for it: challenge, address, user
 * seen and verified, signature, count. The library does the arithmetic. Which maker built the
 * authenticator is not asked: no district keeps a list of those.
 */
@Component
class PasskeyCheck {

  /** ES256, EdDSA, RS256: what authenticators in use can do. */
  static final List<Long> ALGORITHMS = List.of(-7L, -8L, -257L);

  private static final System.Logger LOG = System.getLogger(PasskeyCheck.class.getName());
  private static final int LONGEST = 32_000;

  private final SingletonSupplier<WebAuthnManager> manager =
      SingletonSupplier.of(WebAuthnManager::createNonStrictWebAuthnManager);
  private final SingletonSupplier<AttestedCredentialDataConverter> stored =
      SingletonSupplier.of(() -> new AttestedCredentialDataConverter(new ObjectConverter()));
  private final PasskeySettings settings;

  PasskeyCheck(PasskeySettings settings) {
    this.settings = settings;
  }

  PasskeySettings settings() {
    return settings;
  }

  /** What was answered to a sign-in, read and not yet compared with anything. */
  record Claimed(byte[] credential, AuthenticationData data) {}

  /** A new passkey, if the answer is one to this challenge. */
  Optional<Made> made(UUID id, String name, byte[] challenge, String answer) {
    var parameters = new RegistrationParameters(server(challenge), algorithms(), true, true);
    return tried(
            () -> {
              var data = manager.obtain().parseRegistrationResponseJSON(bounded(answer));
              return manager.obtain().verify(data, parameters);
            })
        .flatMap(data -> made(id, name, data));
  }

  private Optional<Made> made(UUID id, String name, RegistrationData data) {
    var object = Objects.requireNonNull(data.getAttestationObject());
    var shown = object.getAuthenticatorData();
    return Optional.ofNullable(shown.getAttestedCredentialData())
        .map(
            attested ->
                new Made(
                    id,
                    attested.getCredentialId(),
                    stored.obtain().convert(attested),
                    shown.getSignCount(),
                    shown.isFlagBE(),
                    name));
  }

  /** Reads which passkey an answer speaks of; empty if it cannot be read. */
  Optional<Claimed> claimed(String answer) {
    return tried(() -> manager.obtain().parseAuthenticationResponseJSON(bounded(answer)))
        .flatMap(PasskeyCheck::claimed);
  }

  private static Optional<Claimed> claimed(AuthenticationData data) {
    var id = data.getCredentialId();
    return id == null
        ? Optional.empty()
        : Optional.of(new Claimed(Arrays.copyOf(id, id.length), data));
  }

  /** The count the passkey shows, if the answer is its own to this challenge. */
  Optional<Long> shown(Claimed claimed, Kept kept, byte[] challenge) {
    var passkey =
        new CredentialRecordImpl(
            new NoneAttestationStatement(),
            true,
            kept.synced(),
            kept.synced(),
            kept.counter(),
            stored.obtain().convert(kept.attested()),
            null,
            null,
            null,
            null);
    var parameters = new AuthenticationParameters(server(challenge), passkey, null, true, true);
    return tried(() -> manager.obtain().verify(claimed.data(), parameters))
        .flatMap(data -> Optional.ofNullable(data.getAuthenticatorData()))
        .map(AuthenticatorData::getSignCount);
  }

  /** Whatever the library throws at the bytes of a stranger: they did not fit. */
  private static <T> Optional<T> tried(Callable<T> check) {
    var attempt = new FutureTask<>(check);
    attempt.run();
    if (attempt.state() == Future.State.SUCCESS) {
      return Optional.of(attempt.resultNow());
    }
    var why = attempt.exceptionNow().getClass().getSimpleName();
    LOG.log(Level.INFO, "the answer of a passkey did not fit: {0}", why);
    return Optional.empty();
  }

  private ServerProperty server(byte[] challenge) {
    return ServerProperty.builder()
        .originPredicate(origin -> settings.isOurs(origin.toString()))
        .rpId(settings.rpId())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  private static List<PublicKeyCredentialParameters> algorithms() {
    return ALGORITHMS.stream()
        .map(
            one ->
                new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(one)))
        .toList();
  }

  private static String bounded(String answer) {
    return answer.length() > LONGEST ? "" : answer;
  }
}
