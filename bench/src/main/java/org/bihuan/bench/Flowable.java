package org.bihuan.bench;

import com.zaxxer.hikari.HikariDataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.common.engine.impl.persistence.StrongUuidGenerator;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/** Flowable with audit history and UUID ids, on a database of its own on the same server. */
final class Flowable implements Contestant {

  private final String database;
  private final HikariDataSource pool;
  private final ProcessEngine engine;

  Flowable(Arena arena, String database) {
    this.database = database;
    this.pool = arena.pool(database);
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(pool);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistoryLevel(HistoryLevel.AUDIT);
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setAsyncExecutorActivate(false);
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    this.engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("org/bihuan/bench/appeal.bpmn20.xml")
        .deploy();
  }

  @Override
  public String name() {
    return "Flowable " + Versions.flowable();
  }

  @Override
  public String database() {
    return database;
  }

  @Override
  public Worker worker(int number) {
    return new Clerk();
  }

  @Override
  public void close() {
    engine.close();
    pool.close();
  }

  private final class Clerk implements Worker {

    private String instance = "";

    @Override
    public void next(Step step) {
      switch (step) {
        case OPEN ->
            instance =
                engine
                    .getRuntimeService()
                    .startProcessInstanceByKey("appeal", Variables.of(step))
                    .getId();
        case CLAIM -> engine.getTaskService().claim(task(), Staff.HANDLER.id().toString());
        case ACCEPT, DISPATCH, ANSWER, CONFIRM ->
            engine.getTaskService().complete(task(), Variables.of(step));
      }
    }

    private String task() {
      return engine
          .getTaskService()
          .createTaskQuery()
          .processInstanceId(instance)
          .singleResult()
          .getId();
    }
  }
}
