package org.bihuan.portal.stations;

import org.bihuan.foundation.shared.Text;

/**
 * A matter opened about a station or heard on a visit, in a list.
 *
 * @param number its number
 * @param title what it is about; only told to who may see the matter
 * @param state where it stands
 * @param shown true if the reader may open it
 * @param closed true at an end
 */
public record MatterLine(String number, String title, Text state, boolean shown, boolean closed) {}
