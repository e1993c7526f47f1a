package org.bihuan.portal.frame;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district puts in the head and foot of its pages, and its colours.
 *
 * @param district its name in Chinese
 * @param districtEn its name in English
 * @param hotline the number to ring
 * @param colour of links and buttons, {@code #rrggbb}
 * @param headColour of the band at the top, {@code #rrggbb}
 * @param mark an SVG or PNG file shown in the head instead of ours; absent for ours
 */
@ConfigurationProperties("bihuan.frame")
record FrameSettings(
    @DefaultValue("平城区") String district,
    @DefaultValue("Pingcheng District") String districtEn,
    @DefaultValue("0352-12345") String hotline,
    @DefaultValue("#1a56a8") String colour,
    @DefaultValue("#123f7f") String headColour,
    @Nullable String mark) {}
