package org.bihuan.portal.frame;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The work behind the pages: alarms, followers, seals. A command line opens the house without it.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnBooleanProperty(name = "bihuan.work", matchIfMissing = true)
class Work {}
