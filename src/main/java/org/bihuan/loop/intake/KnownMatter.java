package org.bihuan.loop.intake;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A matter somebody raised that is likely the same, in words that may be shown to anybody: never
 * what was written, never who wrote it.
 *
 * @param id by which the form refers to it
 * @param matter its kind in general terms
 * @param area the street or community
 * @param opened when it was raised
 * @param state in plain words
 * @param reporters how many people wait for its answer
 * @param code for the one whose own it is, who may see all of it; absent for everybody else
 * @param leads whether its answer is still to come
 */
public record KnownMatter(
    UUID id,
    Text matter,
    Text area,
    Instant opened,
    Text state,
    int reporters,
    @Nullable String code,
    boolean leads) {}
