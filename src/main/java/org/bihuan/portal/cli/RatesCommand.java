package org.bihuan.portal.cli;

import java.util.function.Supplier;
import org.bihuan.insight.rates.Rates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Counts the rates anew from the register. */
@Command(
    name = "rates",
    mixinStandardHelpOptions = true,
    description = "Count the rates of appeals anew.")
class RatesCommand {

  private final Supplier<Rates> rates;

  @Spec private @Nullable CommandSpec spec;

  /** Nothing is opened before a subcommand runs. */
  RatesCommand(Supplier<Rates> rates) {
    this.rates = rates;
  }

  @Command(
      name = "rebuild",
      mixinStandardHelpOptions = true,
      description = "Forget all counts; the running house counts the register from its beginning.")
  int rebuild() {
    var counted = rates.get();
    counted.rebuild();
    return say("forgotten; " + counted.behind() + " entries are to be counted");
  }

  @Command(
      name = "behind",
      mixinStandardHelpOptions = true,
      description = "Print how many entries of the register are not counted yet.")
  int behind() {
    line().getOut().println(rates.get().behind());
    line().getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  private int say(String words) {
    line().getErr().println("rates: " + words);
    line().getErr().flush();
    return CommandLine.ExitCode.OK;
  }

  private CommandLine line() {
    if (spec == null) {
      throw new IllegalStateException("run through picocli");
    }
    return spec.commandLine();
  }
}
