package org.bihuan.loop.intake;

import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.people.ApplicantForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A matter as it comes to the one window, not yet judged; blank counts as absent.
 *
 * @param procedure the kind of matter
 * @param item the leaf of it; absent if none was chosen
 * @param title what it is about, 1 to 200 characters
 * @param area code of the street, community or grid it concerns
 * @param channel window, phone, online, api, grid, internal or open311
 * @param applicant who raises it; absent only where the form lets somebody stay without a name
 * @param facts what the form asked for; absent counts as none
 * @param parent number of the matter it is opened under; absent for most
 * @param actor who files it; absent when the person does so without signing in
 */
public record Filing(
    @Nullable String procedure,
    @Nullable String item,
    @Nullable String title,
    @Nullable String area,
    @Nullable String channel,
    @Nullable ApplicantForm applicant,
    @Nullable JsonNode facts,
    @Nullable String parent,
    @Nullable Actor actor) {}
