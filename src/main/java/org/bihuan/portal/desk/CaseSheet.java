package org.bihuan.portal.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bihuan.foundation.evidence.StoredFile;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.procedures.ActRule;
import org.bihuan.loop.procedures.ShownFact;
import org.jspecify.annotations.Nullable;

/**
 * A matter as its page shows it: what, who, where, by when, what next, and its register.
 *
 * @param file the matter
 * @param names words for its codes
 * @param light of the nearest limit
 * @param facts what forms asked for
 * @param acts what the reader may do now, the one that leads first
 * @param lead the act that moves the matter on; absent if none stands out
 * @param clocks every run of every clock, those that run first
 * @param register everything that happened, oldest first
 * @param family the matter above and those below
 * @param files what was given with it
 * @param marks what marks it in lists
 */
public record CaseSheet(
    CaseView file,
    Names names,
    String light,
    List<ShownFact> facts,
    List<ActRule> acts,
    @Nullable String lead,
    List<ClockLine> clocks,
    List<RegisterLine> register,
    Family family,
    List<StoredFile> files,
    DeskList.Marks marks) {

  /**
   * Words for the codes of a matter.
   *
   * @param kind how its state is marked: busy, yours, late or done
   * @param applicant masked; absent if no longer on file
   * @param phone masked; absent if no longer on file
   * @param handler absent if nobody took it on
   * @param owner the part that moves next; absent at an end
   */
  public record Names(
      Text procedure,
      Text item,
      Text state,
      String kind,
      Text area,
      Text unit,
      @Nullable String applicant,
      @Nullable String phone,
      @Nullable String handler,
      @Nullable String owner) {}

  /**
   * One run of one clock.
   *
   * @param clock its name in the procedure
   * @param run which run
   * @param title for people
   * @param light its light; {@code done} for one that ended in time
   * @param limit the limit of the law
   * @param promised absent if nothing was promised
   * @param used units used so far
   * @param days the dates
   * @param source the law of the limit
   */
  public record ClockLine(
      String clock,
      int run,
      Text title,
      String light,
      Text limit,
      @Nullable Text promised,
      int used,
      Days days,
      String source) {}

  /**
   * The dates of a run.
   *
   * @param due absent while the clock stands still: nobody knows then
   * @param promised absent if nothing was promised
   * @param ended absent while it counts
   */
  public record Days(
      Instant started,
      @Nullable LocalDate due,
      @Nullable Instant dueAt,
      boolean provisional,
      @Nullable LocalDate promised,
      @Nullable Instant ended) {}

  /** One entry of the register; {@code from} is absent for the opening. */
  public record RegisterLine(
      Instant at,
      Text act,
      Text actor,
      @Nullable Text from,
      Text to,
      @Nullable String note,
      List<ShownFact> facts,
      String digest) {}

  /** The matter above, if any, and those below. */
  public record Family(@Nullable Relative parent, List<Relative> children) {}

  /** Another matter of the family. */
  public record Relative(String number, String title, Text state, Text unit, String light) {}
}
