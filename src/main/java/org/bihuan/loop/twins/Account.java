package org.bihuan.loop.twins;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it is kept for comparing.
 *
 * @param id the matter
 * @param procedure its kind
 * @param item the leaf of it; absent if none was named
 * @param unit whose it was when it was settled; absent before
 * @param applicant who raised it
 * @param print what it says
 */
record Account(
    UUID id,
    String procedure,
    @Nullable String item,
    @Nullable String unit,
    UUID applicant,
    Fingerprint print) {}
