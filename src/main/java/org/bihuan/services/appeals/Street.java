package org.bihuan.services.appeals;

import org.bihuan.foundation.places.Area;

/**
 * A street to choose.
 *
 * @param area the street
 * @param middle latitude and longitude with a comma between; empty where nobody wrote it down
 */
public record Street(Area area, String middle) {}
