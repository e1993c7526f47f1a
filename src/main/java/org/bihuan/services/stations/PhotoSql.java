package org.bihuan.services.stations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements on which pictures everybody may see. */
@Component
class PhotoSql {

  private static final String SHOW =
      """
      insert into stations.photo (district, station, file, words_zh, words_en, shown, added_by, added_at)
      values (:district, :station, :file, :zh, :en, true, :by, :at)
      on conflict on constraint photo_pk do update
         set shown = true, words_zh = excluded.words_zh, words_en = excluded.words_en
      """;

  private static final String HIDE =
      """
      update stations.photo set shown = false
       where district = :district and station = :station and file = :file and shown
      """;

  private static final String SHOWN =
      """
      select file, words_zh, words_en from stations.photo
       where district = :district and station = :station and shown order by added_at, file
      """;

  private final JdbcClient jdbc;
  private final int district;

  PhotoSql(JdbcClient jdbc, District district) {
    this.jdbc = jdbc;
    this.district = district.code();
  }

  void show(UUID station, Photos.Photo photo, UUID by, Instant at) {
    int rows =
        jdbc.sql(SHOW)
            .param("district", district)
            .param("station", station)
            .param("file", photo.file())
            .param("zh", photo.words().zh())
            .param("en", photo.words().en())
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a picture was not entered: " + photo.file());
    }
  }

  boolean hide(UUID station, UUID file) {
    return jdbc.sql(HIDE)
            .param("district", district)
            .param("station", station)
            .param("file", file)
            .update()
        == 1;
  }

  List<Photos.Photo> shown(UUID station) {
    return jdbc.sql(SHOWN)
        .param("district", district)
        .param("station", station)
        .query(
            (row, n) ->
                new Photos.Photo(
                    Objects.requireNonNull(row.getObject("file", UUID.class)),
                    new Text(row.getString("words_zh"), row.getString("words_en"))))
        .list();
  }
}
