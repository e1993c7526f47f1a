package org.bihuan.portal.cli;

import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(
    name = "bihuan",
    mixinStandardHelpOptions = true,
    version = "bihuan 0.1.0",
    description = "闭环 Bihuan: nothing a resident raises gets lost.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      DoctorCommand.class,
      RehearseCommand.class,
      RegisterCommand.class,
      BackupCommand.class,
      ProceduresCommand.class,
      LeagueCommand.class
    })
class BihuanCommand {

  /** A command returns this to keep the process alive. */
  static final int KEEPS_RUNNING = -1;

  /** Exit code of what was done in part, or works with something to see to. */
  static final int PARTIAL = 3;
}
