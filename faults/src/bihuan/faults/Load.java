package bihuan.faults;

import bihuan.faults.Journal.Told;
import bihuan.faults.Journal.Write;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Clients that open matters and work them, each in its own circle. Whoever gets no definite answer
 * asks again with the same key, as a good client does.
 */
final class Load implements AutoCloseable {

  private static final List<String> ACTS = List.of("accept", "grant");

  private final Town town;
  private final Api api;
  private final Journal journal;
  private final String mark;
  private final boolean opensOnly;
  private final List<Thread> clients = new ArrayList<>();
  private final AtomicLong done = new AtomicLong();
  private volatile String lastAnswer = "none";
  private volatile boolean over;
  private volatile boolean settling;

  /**
   * Clients about to begin.
   *
   * @param mark what the titles of this load begin with
   * @param opensOnly true if matters are only opened, not worked
   */
  Load(Town town, int port, Journal journal, String mark, boolean opensOnly) {
    this.town = town;
    this.api = new Api(port);
    this.journal = journal;
    this.mark = mark;
    this.opensOnly = opensOnly;
  }

  Load begin(int count) {
    for (int i = 0; i < count; i++) {
      int client = i;
      clients.add(
          Thread.ofPlatform()
              .name("client-" + i)
              .uncaughtExceptionHandler((who, why) -> lastAnswer = who.getName() + " died of " + why)
              .start(() -> live(client)));
    }
    return this;
  }

  /** How many writes were acknowledged. */
  long done() {
    return done.get();
  }

  /** What somebody was told last, for a report. */
  String lastAnswer() {
    return lastAnswer;
  }

  private void live(int client) {
    try {
      for (int n = 0; !over; n++) {
        work(mark + "-" + client + "-" + n);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new IllegalStateException("the journal cannot be written", e);
    }
  }

  private void work(String title) throws InterruptedException, IOException {
    var opened = journal.intent(title + "-open", title, "open");
    ask(opened, api.opening(town.token("clerk"), title, opened.key()));
    var number = opened.number();
    if (opensOnly || number == null || opened.last() != Told.DONE) {
      return;
    }
    for (var act : ACTS) {
      if (over) {
        return;
      }
      var write = journal.intent(title + "-" + act, title, act);
      var body = act.equals("grant") ? "{\"facts\":{\"licenceNumber\":\"" + title + "\"}}" : "{}";
      ask(write, Api.act(town.token("handler"), number, act, body, write.key()));
    }
  }

  /** Asks until the answer is definite. */
  private void ask(Write write, Api.Call call) throws InterruptedException, IOException {
    while (!write.settled()) {
      try {
        var got = api.send(call);
        lastAnswer = got.status() + " " + got.text("refusal");
        journal.told(write, told(got), got.text("number"), got.replayed());
        if (write.last() == Told.DONE) {
          done.incrementAndGet();
        }
      } catch (IOException e) {
        lastAnswer = e.toString();
        journal.told(write, Told.UNKNOWN, null, false);
      }
      if (!write.settled()) {
        if (settling) {
          return;
        }
        Thread.sleep(200);
      }
    }
  }

  static Told told(Api.Got got) {
    if (got.status() < 300) {
      return Told.DONE;
    }
    if (got.status() < 500) {
      return Told.REFUSED;
    }
    return got.text("refusal").equals("unsure") ? Told.UNKNOWN : Told.FAILED;
  }

  /** Lets everybody finish what they began; nothing new is begun. */
  void settle() throws InterruptedException {
    over = true;
    for (var client : clients) {
      client.join(60_000);
    }
    close();
  }

  /** Ends it as it is: what is unknown stays so. */
  void abandon() throws InterruptedException {
    settling = true;
    over = true;
    for (var client : clients) {
      client.join(30_000);
    }
    close();
  }

  /** Waits until so many more writes were acknowledged; false if that takes too long. */
  boolean awaitMore(long more, int seconds) throws InterruptedException {
    long wanted = done.get() + more;
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    while (done.get() < wanted) {
      if (System.nanoTime() > until) {
        return false;
      }
      Thread.sleep(10);
    }
    return true;
  }

  @Override
  public void close() {
    over = true;
    api.close();
  }
}
