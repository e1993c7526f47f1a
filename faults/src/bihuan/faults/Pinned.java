package bihuan.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** One session with an open transaction, handed out again and again; nobody can end it. */
final class Pinned extends AbstractDataSource {

  private static final Set<String> DEAF =
      Set.of(
          "close", "commit", "rollback", "setAutoCommit", "setReadOnly", "setTransactionIsolation");

  private final Connection shown;

  Pinned(Connection real) {
    this.shown =
        (Connection)
            Proxy.newProxyInstance(
                Pinned.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (DEAF.contains(method.getName())) {
                    return null;
                  }
                  try {
                    return method.invoke(real, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
  }

  @Override
  public Connection getConnection() {
    return shown;
  }

  @Override
  public Connection getConnection(String user, String password) {
    return shown;
  }
}
