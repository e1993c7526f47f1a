package org.bihuan.bench;

/** Something that carries matters through their life. */
interface Contestant extends AutoCloseable {

  /** As it is called in the results. */
  String name();

  /** Name of its database. */
  String database();

  /** One person at work; used by one thread only. */
  Worker worker(int number);

  @Override
  void close();

  /** Carries one matter after the other, act by act. */
  interface Worker {

    /**
     * Performs the next act of the matter at hand, or begins a matter; returns after the commit.
     */
    void next(Step act);
  }
}
