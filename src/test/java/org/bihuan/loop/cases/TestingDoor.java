package org.bihuan.loop.cases;

import java.time.Clock;
import org.bihuan.foundation.access.Units;
import org.bihuan.foundation.calendar.Calendars;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.transaction.TransactionManager;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** The door with its transactions, as the container would hang it. */
final class TestingDoor {

  private TestingDoor() {}

  static Cases of(Cases plain, TransactionManager transactions) {
    var proxy = new ProxyFactory(plain);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice(
        new TransactionInterceptor(transactions, new AnnotationTransactionAttributeSource()));
    return Cases.class.cast(proxy.getProxy());
  }

  /** What the rules look at; no further matters belong to one. */
  static Deciding.Surroundings surroundings(
      Clock clock, Calendars calendars, Units units, CaseReadSql reads) {
    var alone = new StaticListableBeanFactory().getBeanProvider(Cases.Kin.class);
    var kinship = new Deciding.Kinship(reads, CaseFixtures.PROCEDURES, alone);
    return new Deciding.Surroundings(
        clock, calendars, CaseFixtures.CONDITIONS, CaseFixtures.FORMS, units, kinship);
  }
}
