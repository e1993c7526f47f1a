package org.bihuan.loop.cases.rounds;

import org.jspecify.annotations.Nullable;

/**
 * What a round has come to, before its commit.
 *
 * @param trace by what it can be asked for; absent if nothing was stored
 * @param undo true if a piece of work must leave nothing behind: alone it is rolled back, among
 *     others all are and each is done alone
 */
public record Carried(@Nullable Trace trace, boolean undo) {}
