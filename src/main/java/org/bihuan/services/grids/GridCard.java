package org.bihuan.services.grids;

import org.bihuan.foundation.shared.Text;

/**
 * What residents may know about a grid.
 *
 * @param code of the grid
 * @param name of the grid
 * @param area the places around it, from the street down
 * @param officer who looks after it
 * @param contact the officer's office phone; empty where no officer is on record
 * @param supervision whom to call when nobody looks after it
 */
public record GridCard(
    String code, Text name, Text area, String officer, String contact, String supervision) {}
