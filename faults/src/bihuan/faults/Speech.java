package bihuan.faults;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** As much of PostgreSQL's protocol as it takes to see the commit of a write on one connection. */
final class Speech {

  private static final String WRITES = "insert into cases.case_entry";

  private final Map<String, String> statements = new HashMap<>();
  private boolean writing;
  private volatile boolean answered;

  /** A message: its kind and what it holds. */
  record Message(char kind, byte[] body) {

    static final Message EXECUTE = new Message('E', new byte[5]);
    static final Message SYNC = new Message('S', new byte[0]);

    /** The first message of a connection, which has no kind. */
    static byte[] opening(DataInputStream in) throws IOException {
      int length = in.readInt();
      var whole = new byte[length];
      in.readFully(whole, 4, length - 4);
      whole[0] = (byte) (length >>> 24);
      whole[1] = (byte) (length >>> 16);
      whole[2] = (byte) (length >>> 8);
      whole[3] = (byte) length;
      return whole;
    }

    static Message read(DataInputStream in) throws IOException {
      char kind = (char) in.readByte();
      var body = new byte[in.readInt() - 4];
      in.readFully(body);
      return new Message(kind, body);
    }

    void write(DataOutputStream out) throws IOException {
      out.writeByte(kind);
      out.writeInt(body.length + 4);
      out.write(body);
    }

    /** The n-th text, each ended by a zero. */
    private String text(int n) {
      int from = 0;
      for (int i = 0; i < n; i++) {
        from = end(from) + 1;
      }
      return new String(body, from, end(from) - from, StandardCharsets.UTF_8);
    }

    private int end(int from) {
      int at = from;
      while (body[at] != 0) {
        at++;
      }
      return at;
    }
  }

  /** Whether this binds a COMMIT after the register was written to in the same transaction. */
  boolean commitsAWrite(Message message) {
    if (message.kind() == 'P') {
      statements.put(message.text(0), message.text(1));
    }
    if (message.kind() != 'B') {
      return false;
    }
    var sql = statements.getOrDefault(message.text(1), "");
    if (sql.contains(WRITES)) {
      writing = true;
    }
    boolean commits = writing && sql.equals("COMMIT");
    if (sql.equals("COMMIT") || sql.equals("ROLLBACK")) {
      writing = false;
    }
    return commits;
  }

  /** Notes that the database has answered what was sent last. */
  void hears(Message message, boolean last) {
    if (last && message.kind() == 'Z') {
      answered = true;
    }
  }

  boolean answered() {
    return answered;
  }

  /** A commit turned into its opposite. */
  static Message undone(Message message) {
    if (message.kind() != 'P' || !message.text(1).equals("COMMIT")) {
      return message;
    }
    var name = message.text(0).getBytes(StandardCharsets.UTF_8);
    var rest = "ROLLBACK".getBytes(StandardCharsets.UTF_8);
    var body = Arrays.copyOf(name, name.length + 1 + rest.length + 1 + 2);
    System.arraycopy(rest, 0, body, name.length + 1, rest.length);
    return new Message('P', body);
  }

  /** The answer to it, turned back. */
  static Message praised(Message message) {
    return message.kind() == 'C' && message.text(0).equals("ROLLBACK")
        ? new Message('C', "COMMIT\0".getBytes(StandardCharsets.UTF_8))
        : message;
  }
}
