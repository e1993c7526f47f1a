package org.bihuan.loop.voice;

import java.time.Instant;
import org.bihuan.foundation.shared.Text;

/**
 * A matter in the list of who raised it.
 *
 * @param title as it was given
 * @param code opens it
 * @param state where it stands, in plain words
 * @param open false once it is closed
 * @param openedAt since when
 */
public record Raised(String title, String code, Text state, boolean open, Instant openedAt) {}
