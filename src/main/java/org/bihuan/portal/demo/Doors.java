package org.bihuan.portal.demo;

import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.timers.Alarms;
import org.bihuan.loop.intake.Intake;
import org.bihuan.loop.voice.Voice;
import org.bihuan.services.causes.Causes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The doors a story goes through: those of everybody, and the clock it puts back. */
@Component
@ConditionalOnBooleanProperty("bihuan.demo")
record Doors(
    DemoClock clock,
    Calendars calendars,
    Intake intake,
    Cases cases,
    Voice voice,
    Alarms alarms,
    Causes causes) {}
