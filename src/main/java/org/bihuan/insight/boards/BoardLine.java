package org.bihuan.insight.boards;

import org.bihuan.foundation.shared.Text;

/**
 * A line of the board.
 *
 * @param title an act in the words of its procedures
 * @param times how often it was done
 */
public record BoardLine(Text title, long times) {}
