package org.bihuan.foundation.letters;

import java.util.UUID;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it may be shown: the address masked.
 *
 * @param kind which template
 * @param title what it is about
 * @param words what it says
 * @param address masked; absent for the inbox and before it was tried
 * @param fault why the last try failed; absent if none did
 */
public record Letter(
    UUID id,
    UUID caseId,
    Way way,
    String kind,
    Text title,
    Text words,
    Post post,
    @Nullable String address,
    @Nullable String fault) {}
