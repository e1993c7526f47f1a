package org.bihuan.portal.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A small identity provider that lets in whoever it is told, and signs what it says (RS256). */
public final class TestingProvider {

  private static final TestingProvider ONE = new TestingProvider();

  private final HttpServer server;
  private final KeyPair keys;
  private KeyPair signing;
  private String login = "";
  private String nonce = "";
  private String audience = "bihuan";

  private TestingProvider() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      keys = generator.generateKeyPair();
      signing = keys;
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", e -> json(e, configuration()));
    server.createContext("/jwks", e -> json(e, jwks()));
    server.createContext("/authorize", this::authorize);
    server.createContext(
        "/token",
        e ->
            json(
                e,
                "{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\""
                    + token()
                    + "\"}"));
    server.start();
  }

  public static String issuer() {
    return "http://127.0.0.1:" + ONE.server.getAddress().getPort();
  }

  /** From now on this one comes, by a token for this audience. */
  public static void sends(String login, String audience) {
    ONE.login = login;
    ONE.audience = audience;
    ONE.signing = ONE.keys;
  }

  /** From now on its tokens are signed by somebody else. */
  public static void isForged() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      ONE.signing = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked =
        Arrays.stream(exchange.getRequestURI().getRawQuery().split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(p -> p[0], p -> p[1]));
    nonce = asked.getOrDefault("nonce", "");
    var back = URLDecoder.decode(asked.getOrDefault("redirect_uri", ""), UTF_8);
    var location = back + "?code=once&state=" + asked.get("state");
    exchange.getResponseHeaders().add("Location", location);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void json(HttpExchange exchange, String body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String configuration() {
    return Map.of(
            "issuer", issuer(),
            "authorization_endpoint", issuer() + "/authorize",
            "token_endpoint", issuer() + "/token",
            "jwks_uri", issuer() + "/jwks")
        .entrySet()
        .stream()
        .map(one -> '"' + one.getKey() + "\":\"" + one.getValue() + '"')
        .collect(Collectors.joining(",", "{\"subject_types_supported\":[\"public\"],", "}"));
  }

  private String jwks() {
    var key = (RSAPublicKey) keys.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"k\",\"n\":\""
        + number(key.getModulus())
        + "\",\"e\":\""
        + number(key.getPublicExponent())
        + "\"}]}";
  }

  private String token() {
    long now = Instant.now().getEpochSecond();
    var head = text("{\"alg\":\"RS256\",\"kid\":\"k\"}".getBytes(UTF_8));
    var claims =
        "{\"iss\":\"%s\",\"sub\":\"7\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d,\"nonce\":\"%s\",\"preferred_username\":\"%s\"}"
            .formatted(issuer(), audience, now, now + 60, nonce, login);
    var told = head + "." + text(claims.getBytes(UTF_8));
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signing.getPrivate());
      signature.update(told.getBytes(UTF_8));
      return told + "." + text(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String number(BigInteger number) {
    var bytes = number.toByteArray();
    return text(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
