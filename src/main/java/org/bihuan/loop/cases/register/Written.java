package org.bihuan.loop.cases.register;

/**
 * An entry with what proves it.
 *
 * @param entry what happened
 * @param salt random bytes that keep the commitment from being guessed
 * @param commitment binds note and data
 * @param digest SHA-256 over the digest before and the entry's canonical bytes
 */
public record Written(Entry entry, byte[] salt, byte[] commitment, byte[] digest) {}
