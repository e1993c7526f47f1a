package org.bihuan.services.stations;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.evidence.Evidence;
import org.bihuan.foundation.evidence.Handout;
import org.bihuan.foundation.evidence.Kept;
import org.bihuan.foundation.shared.FieldError;
import org.bihuan.foundation.shared.Text;
import org.bihuan.foundation.shared.Typed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures of stations: kept by the rules for files (drawn anew, without where and when they
 * were taken), shown to everybody until a keeper takes them down.
 */
@Component
public class Photos {

  private static final int LONGEST = 200;

  private final PhotoSql sql;
  private final Stations stations;
  private final Evidence evidence;
  private final Clock clock;

  Photos(PhotoSql sql, Stations stations, Evidence evidence, Clock clock) {
    this.sql = sql;
    this.stations = stations;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * A picture everybody may see.
   *
   * @param file the file's id
   * @param words what it shows, for those who do not see it
   */
  public record Photo(UUID file, Text words) {}

  /** A picture as a browser sends it. */
  public record Sent(String name, InputStream content) {}

  /** Adds a picture; {@code words.zh} and {@code words.en} say what it shows. */
  public Outcome<Photo> add(Station station, Sent sent, Typed typed, Actor actor) {
    var zh = StationRules.words(typed.value("words.zh"));
    var en = StationRules.words(typed.value("words.en"));
    if ((zh + en).isEmpty()
        || StationRules.length(zh) > LONGEST
        || StationRules.length(en) > LONGEST) {
      return Outcome.refused(
          "words.zh",
          "required",
          "请用一句话说明照片内容，不超过200个字",
          "Say in a sentence what the picture shows");
    }
    if (!sent.name().toLowerCase(Locale.ROOT).matches(".*\\.(jpe?g|png)")) {
      return Outcome.refused("photo", "format", "请选择JPG或PNG照片", "Choose a JPG or PNG picture");
    }
    return switch (evidence.put(station.id(), actor, sent.name(), sent.content())) {
      case Kept.Refused(var reason) ->
          new Outcome.Refused<>(List.of(new FieldError("photo", reason.code(), reason.message())));
      case Kept.Stored(var file) -> {
        var photo = new Photo(file.id(), new Text(zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en));
        sql.show(station.id(), photo, actor.id(), clock.instant());
        stations.log(station.id(), actor, "photo", photo.words().zh());
        yield new Outcome.Done<>(photo);
      }
    };
  }

  /** Takes a picture down; false if it is not there. */
  @Transactional
  public boolean takeDown(Station station, UUID file, Actor actor) {
    boolean down = sql.hide(station.id(), file);
    if (down) {
      stations.log(station.id(), actor, "photo-down", file.toString());
    }
    return down;
  }

  /** What is shown of a station, the oldest first. */
  @Transactional(readOnly = true)
  public List<Photo> of(Station station) {
    return sql.shown(station.id());
  }

  /** The picture, or its small one; empty unless everybody may see it. */
  @Transactional(readOnly = true)
  public Optional<Handout> hand(Station station, UUID file, Evidence.Part part) {
    return sql.shown(station.id()).stream().anyMatch(photo -> photo.file().equals(file))
        ? evidence.published(station.id(), file, part)
        : Optional.empty();
  }
}
