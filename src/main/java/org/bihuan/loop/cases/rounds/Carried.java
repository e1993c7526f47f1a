package org.bihuan.loop.cases.rounds;

import org.jspecify.annotations.Nullable;

/**
 * What a round has come to, before its commit.
 *
 * @param transaction the database's id of it, by which it can be asked for; absent if nothing was
 *     stored
 * @param undo true if a piece of work must leave nothing behind: alone it is rolled back, among
 *     others all are and each is done alone
 */
public record Carried(@Nullable String transaction, boolean undo) {}
