package org.bihuan.portal.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.foundation.access.Outcome;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.access.Sessions;
import org.bihuan.foundation.access.Staff;
import org.bihuan.foundation.access.Units;
import org.bihuan.portal.demo.Cast.Player;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Pingcheng demo once it runs: a token and a sign-in for each part. */
@Component
@ConditionalOnBooleanProperty("bihuan.demo")
public class Demo {

  private static final String TOKEN_NAME = "demo";
  private static final Duration TOKEN_LIFE = Duration.ofDays(366);

  private final Cast cast;
  private final Staff staff;
  private final Sessions sessions;
  private final Units units;
  private final MessageSource words;

  Demo(Cast cast, Staff staff, Sessions sessions, Units units, MessageSource words) {
    this.cast = cast;
    this.staff = staff;
    this.sessions = sessions;
    this.units = units;
    this.words = words;
  }

  /** Writes the tokens and says where to look and as whom to sign in. */
  public List<String> welcome(Path folder, int port) {
    DemoFiles.tokens(folder, tokens(folder));
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("ready: http://localhost:" + port + "/");
    lines.add(
        "staff: http://localhost:" + port + "/sign-in  password of everybody: " + Cast.PASSWORD);
    bestKnown().forEach(player -> lines.add(line(player)));
    lines.add("tokens for the API: " + folder.resolve("tokens.json"));
    lines.add("database: " + folder.resolve("database.json"));
    return lines;
  }

  /** Those whose login is the name of their part. */
  private List<Player> bestKnown() {
    return cast.players().stream()
        .filter(player -> player.parts().stream().map(Role::code).anyMatch(player.login()::equals))
        .toList();
  }

  private String line(Player player) {
    var unit = units.find(player.unit()).map(u -> u.name().zh()).orElse(player.unit());
    var part = words.getMessage("desk.role." + player.login(), null, Locale.CHINESE);
    return "  %-12s %s  %s  %s".formatted(player.login(), part, player.name(), unit);
  }

  /**
   * A token for each login: for the parts, {@code handler}, and for the units' own people, {@code
   * handler.street-058}. What an earlier start handed out stays good; only what is not is made
   * anew.
   */
  private Map<String, String> tokens(Path folder) {
    var kept = DemoFiles.tokens(folder);
    var tokens = new LinkedHashMap<String, String>();
    for (var player : cast.players()) {
      tokens.put(player.login(), token(player.login(), kept.get(player.login())));
    }
    return tokens;
  }

  private String token(String login, @Nullable String kept) {
    if (kept != null && sessions.actor(kept).isPresent()) {
      return kept;
    }
    // there may be none of this name yet: then nothing is revoked, which is as well
    staff.revokeToken(login, TOKEN_NAME);
    return switch (staff.createToken(login, TOKEN_NAME, TOKEN_LIFE)) {
      case Outcome.Done<Staff.NewToken>(var made) -> made.token();
      case Outcome.Refused<Staff.NewToken>(var refusal) ->
          throw new IllegalStateException("no token for " + login + ": " + refusal.code());
    };
  }
}
