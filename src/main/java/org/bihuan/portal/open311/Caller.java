package org.bihuan.portal.open311;

import java.util.Locale;
import org.bihuan.foundation.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, and how the answer is wanted.
 *
 * @param actor whose key it is; absent for calls without a key
 * @param locale the language of the answer
 * @param address the other end of the line
 * @param house scheme, name and port by which the caller came
 * @param key {@code Idempotency-Key}; absent if none was sent
 */
record Caller(
    @Nullable Actor actor, Locale locale, String address, String house, @Nullable String key) {}
