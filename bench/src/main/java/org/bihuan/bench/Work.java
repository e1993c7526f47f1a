package org.bihuan.bench;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Everything that can be measured. */
enum Work {
  LIFECYCLE("lifecycle", fresh((setup, arena, book) -> new Lifecycle(setup, arena, book).run())),
  ENGINES("engines", fresh((setup, arena, book) -> new Engines(setup, arena, book).run())),
  HTTP_OPEN("http-open", fresh((setup, arena, book) -> new Submissions(setup, arena, book).run())),
  WORKLIST("worklist", listed(Lists::worklist)),
  WORKLIST_DEEP("worklist-deep", listed(Lists::deep)),
  SEARCH("search", listed(Lists::search)),
  BOARD("board", listed(Lists::board)),
  VERIFY("verify", sized((setup, arena, book, size) -> Verifying.run(arena, size, book))),
  START("start", (setup, book) -> new Starts(setup, book).run());

  private final String code;
  private final BiConsumer<Setup, Book> job;

  Work(String code, BiConsumer<Setup, Book> job) {
    this.code = code;
    this.job = job;
  }

  /** The name in commands and results. */
  String code() {
    return code;
  }

  static Work of(String code) {
    return Arrays.stream(values())
        .filter(work -> work.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no work called " + code));
  }

  void run(Setup setup, Book book) {
    book.begin(code, setup.run());
    job.accept(setup, book);
  }

  /** Something done on a server of its own that nothing was done on before. */
  private interface OnServer {
    void run(Setup setup, Arena arena, Book book);
  }

  private static BiConsumer<Setup, Book> fresh(OnServer job) {
    return (setup, book) -> {
      var folder = setup.folder().resolve("acts");
      Folders.clear(folder);
      try (var arena = Arena.open(Folders.make(folder))) {
        job.run(setup, arena, book);
      }
      Folders.clear(folder);
    };
  }

  /** Something done over matters of one size. */
  private interface OnMatters {
    void run(Setup setup, Arena arena, Book book, int size);
  }

  private static BiConsumer<Setup, Book> sized(OnMatters job) {
    return (setup, book) -> {
      for (int size : setup.sizes()) {
        try (var arena = Matters.open(setup, size, book)) {
          job.run(setup, arena, book, size);
        }
      }
    };
  }

  private static BiConsumer<Setup, Book> listed(Consumer<Lists> job) {
    return sized(
        (setup, arena, book, size) -> {
          var folder = Matters.folder(setup, size);
          try (var house = House.open(arena.database(Matters.DATABASE), folder)) {
            job.accept(new Lists(setup, book, arena, size, house));
          }
        });
  }
}
