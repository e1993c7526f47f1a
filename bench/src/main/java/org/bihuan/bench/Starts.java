package org.bihuan.bench;

import java.util.ArrayList;
import java.util.List;

/** From the command to the first page, with and without the cache the build makes. */
final class Starts {

  private final Setup setup;
  private final Book book;

  Starts(Setup setup, Book book) {
    this.setup = setup;
    this.book = book;
  }

  void run() {
    var folder = Folders.make(setup.folder().resolve("started"));
    var demo = Folders.make(folder.resolve("demo"));
    try {
      try (var first = Served.start(setup.home(), demo, "")) {
        first.token("integrator"); // the demo's stories are told once, and not counted here
      }
      measure(demo);
    } finally {
      Folders.clear(folder);
    }
  }

  private void measure(java.nio.file.Path demo) {
    var with = new Sample();
    var pairs = new ArrayList<Double>();
    var resident = new ArrayList<Long>();
    for (int round = 0; round < setup.rounds(); round++) {
      double cached = once(demo, "", resident);
      double bare = once(demo, "-XX:AOTMode=off", new ArrayList<>());
      with.add((long) (cached * 1e9));
      pairs.add(bare / cached);
    }
    double mean = with.percentile(0.5) / 1000;
    var alone = Line.alone("start", 1, 0, with, 1);
    book.line(
        new Line("start", 1, 0, 1 / mean, alone.p50(), alone.p95(), alone.p99(), null, null)
            .against("without the AOT cache", Line.Ratio.of(pairs)));
    boolean made = java.nio.file.Files.exists(setup.home().resolve("target/bihuan.aot"));
    book.remark(
        "start: resident %s MB once the first page is served, its database not counted; %s"
            .formatted(
                resident,
                made ? "the build made an AOT cache" : "there is no AOT cache in target"));
  }

  private double once(java.nio.file.Path demo, String options, List<Long> resident) {
    try (var served = Served.start(setup.home(), demo, options)) {
      resident.add(served.residentMegabytes());
      return served.seconds();
    }
  }
}
