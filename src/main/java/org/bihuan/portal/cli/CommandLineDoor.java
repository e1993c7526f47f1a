package org.bihuan.portal.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.entry.FirstAdmin;
import org.bihuan.foundation.access.entry.SecondFactor;
import org.bihuan.foundation.calendar.Calendars;
import org.bihuan.foundation.calendar.WorkCalendar;
import org.bihuan.foundation.people.Rotation;
import org.bihuan.foundation.shared.SettingFault;
import org.bihuan.foundation.storage.StorageFault;
import org.bihuan.insight.rates.Rates;
import org.springframework.util.function.SingletonSupplier;
import picocli.CommandLine;

/** Runs one command. Data goes to standard output, everything else to standard error. */
public final class CommandLineDoor {

  private static final System.Logger LOG = System.getLogger(CommandLineDoor.class.getName());

  private CommandLineDoor() {}

  /** Runs the command and ends the process, unless the command keeps serving. */
  public static void run(String[] args) {
    int exit = line().execute(args);
    if (exit != BihuanCommand.KEEPS_RUNNING) {
      System.exit(exit);
    }
  }

  static CommandLine line() {
    var line = new CommandLine(new BihuanCommand());
    line.addSubcommand(
        new CalendarCommand(
            WorkCalendar::shipped,
            in -> House.with(house -> house.getBean(Calendars.class).importYear(in))));
    line.addSubcommand(user());
    line.addSubcommand(new KeysCommand(() -> House.lasting().getBean(Rotation.class)));
    line.addSubcommand(new RatesCommand(() -> House.lasting().getBean(Rates.class)));
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(CommandLineDoor::told);
    return line;
  }

  /** One house for all that a command asks it. */
  private static CommandLine user() {
    var house = SingletonSupplier.of(House::lasting);
    return UserCommand.line(
        () -> house.obtain().getBean(Staff.class),
        () -> house.obtain().getBean(SecondFactor.class),
        () -> house.obtain().getBean(FirstAdmin.class));
  }

  /** What went wrong, in one sentence where we know it. */
  private static int told(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
    for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
      if (cause instanceof StorageFault || cause instanceof SettingFault) {
        line.getErr().println("bihuan: " + cause.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
      }
    }
    LOG.log(System.Logger.Level.ERROR, "the command failed", problem);
    line.getErr().println("bihuan: " + problem);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
