package org.bihuan.loop.procedures;

import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A state a matter can be in.
 *
 * @param id its name in the file
 * @param title for staff
 * @param plain what the person who raised the matter reads: what happens now
 * @param owner who must move next; absent only at an end
 * @param end true where the matter rests
 * @param unscored true if whoever handled a matter that rests here is not measured by it
 */
public record StateRule(
    String id, Text title, Text plain, @Nullable Role owner, boolean end, boolean unscored) {}
