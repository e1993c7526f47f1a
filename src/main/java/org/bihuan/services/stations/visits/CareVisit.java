package org.bihuan.services.stations.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A care visit as it was written down.
 *
 * @param id in addresses
 * @param day when it was
 * @param site where
 * @param party who went
 * @param met whom they met and what they asked about
 * @param note what else is worth keeping; empty if nothing
 * @param gifts what was given
 * @param heard the matters opened for what was heard, in order
 * @param by who wrote it down
 */
public record CareVisit(
    UUID id,
    LocalDate day,
    Site site,
    Party party,
    Met met,
    String note,
    List<Gift> gifts,
    List<UUID> heard,
    By by) {

  public CareVisit {
    gifts = List.copyOf(gifts);
    heard = List.copyOf(heard);
  }

  /**
   * Where a visit went.
   *
   * @param station the station's id; absent at a company's site that is no station
   * @param name as people call the place
   * @param area code of the street or community
   */
  public record Site(@Nullable UUID station, String name, String area) {}

  /**
   * Who went.
   *
   * @param units codes of the units, at least one
   * @param others who went along and is no unit of the house; empty if nobody
   * @param people how many went, 1 to 500
   */
  public record Party(List<String> units, String others, int people) {

    public Party {
      units = List.copyOf(units);
    }
  }

  /**
   * Whom they met.
   *
   * @param count how many, 0 to 5000
   * @param groups codes of the catalogue
   * @param topics codes of what was asked about
   */
  public record Met(int count, List<String> groups, List<String> topics) {

    public Met {
      groups = List.copyOf(groups);
      topics = List.copyOf(topics);
    }
  }

  /**
   * Something given.
   *
   * @param supply code of the catalogue
   * @param quantity how many
   * @param position the movement of the station's stock; absent if it was brought along
   */
  public record Gift(String supply, int quantity, @Nullable Long position) {}

  /** Who wrote it down, and when. */
  public record By(UUID actor, Instant at) {}
}
