package org.bihuan.loop.routing;

import java.util.List;
import org.bihuan.loop.routing.DutyList.JointDuty;
import org.jspecify.annotations.Nullable;

/** The list as it is kept: versioned, with its source. */
record DutyFile(
    int version,
    String source,
    String origin,
    List<Duty> duties,
    @Nullable List<JointDuty> together) {}
