package org.bihuan.loop.cases.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The Ed25519 key that signs checkpoints; kept in a file, never in the database. */
final class SealKey {

  private static final String ALGORITHM = "Ed25519";

  private final KeyPair pair;

  private SealKey(KeyPair pair) {
    this.pair = pair;
  }

  /** Reads the key, or makes one on first use. */
  static SealKey readOrMake(Path file) {
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      var lines = Files.readAllLines(file);
      var factory = KeyFactory.getInstance(ALGORITHM);
      var decoder = Base64.getDecoder();
      var secret = factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.get(0))));
      var open = factory.generatePublic(new X509EncodedKeySpec(decoder.decode(lines.get(1))));
      return new SealKey(new KeyPair(open, secret));
    } catch (IOException
        | GeneralSecurityException
        | IndexOutOfBoundsException
        | IllegalArgumentException e) {
      throw new IllegalStateException("the register's key cannot be used: " + file, e);
    }
  }

  private static void make(Path file) throws IOException, GeneralSecurityException {
    var made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
    var encoder = Base64.getEncoder();
    var parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(
        file,
        List.of(
            encoder.encodeToString(made.getPrivate().getEncoded()),
            encoder.encodeToString(made.getPublic().getEncoded())));
  }

  byte[] open() {
    return pair.getPublic().getEncoded();
  }

  byte[] sign(byte[] bytes) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(pair.getPrivate());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the register's key cannot sign", e);
    }
  }

  /** Whether a signature is by the holder of a public key. */
  static boolean verifies(byte[] key, byte[] bytes, byte[] signed) {
    try {
      var open = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key));
      var signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(open);
      signature.update(bytes);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false; // a broken key or signature proves nothing, which is what false says
    }
  }
}
