package org.bihuan.loop.cases;

import org.springframework.aop.framework.ProxyFactory;
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
}
