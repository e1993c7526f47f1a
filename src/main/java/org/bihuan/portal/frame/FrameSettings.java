package org.bihuan.portal.frame;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district puts in the head and foot of its pages.
 *
 * @param district its name in Chinese
 * @param districtEn its name in English
 * @param hotline the number to ring
 */
@ConfigurationProperties("bihuan.frame")
record FrameSettings(
    @DefaultValue("平城区") String district,
    @DefaultValue("Pingcheng District") String districtEn,
    @DefaultValue("0352-12345") String hotline) {}
