package org.bihuan.portal.cli;

import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Bearer tokens for programs; each acts with the roles its owner has at that moment. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Make and revoke bearer tokens.")
class TokenCommand {

  private final UserCommand user;

  TokenCommand(UserCommand user) {
    this.user = user;
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Make a token; it is printed once.")
  int create(
      @Parameters(paramLabel = "LOGIN") String login,
      @Parameters(paramLabel = "NAME", description = "what it is for") String name,
      @Option(
              names = "--days",
              defaultValue = "90",
              description = "how long it lives, 1 to 366 (default ${DEFAULT-VALUE})")
          int days) {
    return user.told(
        user.staff().createToken(login, name, Duration.ofDays(days)),
        made ->
            new Listing(
                List.of("login", "name", "expires", "token"),
                List.of(List.of(login, made.name(), made.expiresAt().toString(), made.token()))));
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Make a token worthless from now on.")
  int revoke(
      @Parameters(paramLabel = "LOGIN") String login,
      @Parameters(paramLabel = "NAME") String name) {
    return user.told(
        user.staff().revokeToken(login, name),
        owner -> new Listing(List.of("login", "name"), List.of(List.of(owner.login(), name))));
  }
}
