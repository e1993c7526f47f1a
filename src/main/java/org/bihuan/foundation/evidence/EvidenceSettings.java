package org.bihuan.foundation.evidence;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken. No law names these numbers: ours.
 *
 * @param folder where files lie
 * @param fileSize of one file as sent
 * @param pixels of one picture as sent
 * @param keptPixels above that a picture is kept smaller
 * @param pages of one PDF
 * @param unpacked of one packed document
 * @param voiceSeconds of one recording
 * @param caseFiles of one matter
 * @param personFiles of one person or member of staff in a day
 * @param daySize of the whole district in a day: what the disk must be able to take
 * @param atOnce files looked at at the same time
 */
@ConfigurationProperties("bihuan.evidence")
record EvidenceSettings(
    @DefaultValue("data/evidence") Path folder,
    @DefaultValue("20MB") DataSize fileSize,
    @DefaultValue("100000000") long pixels,
    @DefaultValue("12600000") long keptPixels,
    @DefaultValue("300") int pages,
    @DefaultValue("100MB") DataSize unpacked,
    @DefaultValue("180") int voiceSeconds,
    @DefaultValue("60") int caseFiles,
    @DefaultValue("120") int personFiles,
    @DefaultValue("10GB") DataSize daySize,
    @DefaultValue("2") int atOnce) {}
