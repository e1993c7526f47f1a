package org.bihuan.loop.cases.rounds;

import java.util.UUID;

/**
 * By what the database can be asked whether a round was stored. The transaction's id alone does not
 * tell: after a crash an id whose log was not flushed is given again.
 *
 * @param transaction the database's id of it
 * @param district first part of the key of an entry the round wrote
 * @param caseId its matter
 * @param version its place in the matter
 * @param digest of that entry; no other entry has it
 */
public record Trace(String transaction, int district, UUID caseId, long version, byte[] digest) {}
