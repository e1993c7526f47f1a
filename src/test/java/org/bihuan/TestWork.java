package org.bihuan;

import java.lang.reflect.Method;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Does now what the application does by itself every second, as a test wants it. */
public final class TestWork {

  private final ApplicationContext context;

  TestWork(ApplicationContext context) {
    this.context = context;
  }

  /** The first morning again, and nobody has guessed anything yet. */
  public void begin() {
    context.getBean(TestingClock.class).set(TestingClock.BEGIN);
    context.getBean(JdbcClient.class).sql("delete from access.attempt").update();
  }

  /** Rings every clock that has run out by now. */
  public void ringAlarms() {
    run("org.bihuan.loop.cases.timers.Alarms");
  }

  /** Brings every follower to the end of the register. */
  public void follow() {
    run("org.bihuan.loop.cases.register.Followers");
  }

  /** Signs a checkpoint of every lane that grew. */
  public void seal() {
    run("org.bihuan.loop.cases.register.Sealer");
  }

  /** Hands the letters that wait to those who carry them. */
  public void carryLetters() {
    run("org.bihuan.foundation.letters.Postman");
  }

  /** These are hidden in their modules and stay so: only their timer may know them. */
  private void run(String type) {
    var bean = context.getBean(ClassUtils.resolveClassName(type, null));
    Method method = Objects.requireNonNull(ReflectionUtils.findMethod(bean.getClass(), "run"));
    ReflectionUtils.makeAccessible(method);
    ReflectionUtils.invokeMethod(method, bean);
  }
}
