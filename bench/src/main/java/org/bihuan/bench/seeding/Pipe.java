package org.bihuan.bench.seeding;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.postgresql.PGConnection;

/**
 * Sends batches into one table; the table is emptied in the same transaction, which saves the log.
 */
final class Pipe implements Runnable {

  private static final byte[] HEAD = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final byte[] TAIL = {-1, -1};

  private final Connection connection;
  private final String table;
  private final Function<Batch, Bytes> part;
  private final BlockingQueue<Parcel> queue = new ArrayBlockingQueue<>(4);

  /** A batch that all pipes carry; the last one gives it back. */
  record Parcel(Batch batch, java.util.concurrent.CountDownLatch left) {

    static final Parcel END = new Parcel(new Batch(), new java.util.concurrent.CountDownLatch(0));
  }

  Pipe(Connection connection, String table, Function<Batch, Bytes> part) {
    this.connection = connection;
    this.table = table;
    this.part = part;
  }

  void put(Parcel parcel) throws InterruptedException {
    queue.put(parcel);
  }

  @Override
  public void run() {
    try {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("truncate " + table);
      }
      copy();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot fill " + table, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy() throws SQLException, InterruptedException {
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy " + table + " from stdin (format binary, freeze)");
    copy.writeToCopy(HEAD, 0, HEAD.length);
    for (var parcel = queue.take(); parcel != Parcel.END; parcel = queue.take()) {
      var bytes = part.apply(parcel.batch());
      copy.writeToCopy(bytes.array(), 0, bytes.size());
      parcel.left().countDown();
    }
    copy.writeToCopy(TAIL, 0, TAIL.length);
    copy.endCopy();
  }
}
