package org.bihuan.foundation.places;

/**
 * What residents may know about a grid: who looks after it and whom to call when nobody does.
 *
 * @param area the grid itself
 * @param officer name of the grid officer
 * @param phone supervision phone
 */
public record Grid(Area area, String officer, String phone) {}
