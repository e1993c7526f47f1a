package org.bihuan.portal.look;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district changes about how its pages look.
 *
 * @param colour of links and buttons, {@code #rrggbb}
 * @param headColour of the band at the top, {@code #rrggbb}
 * @param mark an SVG or PNG file shown in the head instead of ours; absent for ours
 */
@ConfigurationProperties("bihuan.look")
record LookSettings(
    @DefaultValue("#1a56a8") String colour,
    @DefaultValue("#123f7f") String headColour,
    @Nullable String mark) {}
