package org.bihuan.portal.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.StaffMember;
import org.bihuan.foundation.access.entry.FirstAdmin;
import org.bihuan.foundation.access.entry.SecondFactor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps the staff from the machine itself: the first administrator has nobody to ask. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    description = "Add and list staff, change roles, reset passwords, make tokens.")
class UserCommand {

  private static final String LOGIN = "LOGIN";
  private static final String ROLES =
      "clerk, dispatcher, handler, approver, caller, grid-worker, leader, admin or integrator;"
          + " repeat or separate"
          + " by commas";

  private final Supplier<Staff> staff;
  private final Supplier<SecondFactor> factors;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--format",
      defaultValue = "table",
      scope = CommandLine.ScopeType.INHERIT,
      description = "table, json or csv (default ${DEFAULT-VALUE})")
  private Listing.Format format = Listing.Format.TABLE;

  /** Nothing is opened before a subcommand runs. */
  UserCommand(Supplier<Staff> staff, Supplier<SecondFactor> factors) {
    this.staff = staff;
    this.factors = factors;
  }

  /** The whole command with what hangs under it, ready to hang under the root. */
  static CommandLine line(
      Supplier<Staff> staff, Supplier<SecondFactor> factors, Supplier<FirstAdmin> first) {
    var user = new UserCommand(staff, factors);
    return new CommandLine(user)
        .addSubcommand(new TokenCommand(user))
        .addSubcommand(new FirstAdminCommand(user, first))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Add somebody; the password is printed once.")
  int add(
      @Parameters(paramLabel = LOGIN) String login,
      @Option(names = "--name", required = true) String name,
      @Option(names = "--unit", required = true, description = "code of the unit") String unit,
      @Option(names = "--role", required = true, split = ",", description = ROLES)
          List<Role> roles) {
    return told(staff.get().add(new Staff.Newcomer(login, name, unit, set(roles))), this::password);
  }

  @Command(name = "list", mixinStandardHelpOptions = true, description = "List everybody.")
  int list() {
    return print(members(staff.get().all()));
  }

  @Command(
      name = "role",
      mixinStandardHelpOptions = true,
      description = "Give somebody these roles instead of those they had.")
  int role(
      @Parameters(paramLabel = LOGIN) String login,
      @Parameters(paramLabel = "ROLE", arity = "1..*", split = ",", description = ROLES)
          List<Role> roles) {
    return told(staff.get().setRoles(login, set(roles)), m -> members(List.of(m)));
  }

  @Command(
      name = "reset",
      mixinStandardHelpOptions = true,
      description = "Make a new password, printed once, and end all sessions.")
  int reset(@Parameters(paramLabel = LOGIN) String login) {
    return told(staff.get().reset(login), this::password);
  }

  @Command(
      name = "disable",
      mixinStandardHelpOptions = true,
      description = "Shut somebody out: sessions and tokens end.")
  int disable(@Parameters(paramLabel = LOGIN) String login) {
    return told(staff.get().disable(login), m -> members(List.of(m)));
  }

  @Command(
      name = "forget-factor",
      mixinStandardHelpOptions = true,
      description =
          "Take somebody's second factor away, for whoever lost the authenticator and the recovery"
              + " codes. Makes a new password, printed once, and ends all sessions.")
  int forgetFactor(@Parameters(paramLabel = LOGIN) String login) {
    staff.get().find(login).map(StaffMember::id).ifPresent(factors.get()::forget);
    return told(staff.get().reset(login), this::password);
  }

  Staff staff() {
    return staff.get();
  }

  /** Prints what was done, or why it was not; the exit code is 0 or 1. */
  <T> int told(Outcome<T> outcome, Function<T, Listing> listing) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> print(listing.apply(value));
      case Outcome.Refused<T>(var reason) -> {
        var err = commandLine().getErr();
        err.printf(
            "user: %s: %s (%s)%n", reason.code(), reason.message().zh(), reason.message().en());
        err.flush();
        yield CommandLine.ExitCode.SOFTWARE;
      }
    };
  }

  private int print(Listing listing) {
    var out = commandLine().getOut();
    out.print(listing.rendered(format));
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private Listing password(Staff.NewPassword made) {
    var table = members(List.of(made.member()));
    var columns = new ArrayList<>(table.columns());
    columns.add("password");
    var row = new ArrayList<>(table.rows().getFirst());
    row.add(made.password());
    return new Listing(columns, List.of(row));
  }

  private static Listing members(List<StaffMember> members) {
    return new Listing(
        List.of("login", "name", "unit", "roles", "active"),
        members.stream().map(UserCommand::row).toList());
  }

  private static List<String> row(StaffMember member) {
    var roles = member.roles().stream().map(Role::code).sorted().collect(Collectors.joining(" "));
    return List.of(
        member.login(), member.name(), member.unit(), roles, Boolean.toString(member.active()));
  }

  private static Set<Role> set(List<Role> roles) {
    var set = EnumSet.noneOf(Role.class);
    set.addAll(roles);
    return set;
  }

  private CommandLine commandLine() {
    if (spec == null) {
      throw new IllegalStateException("run through picocli");
    }
    return spec.commandLine();
  }
}
