package org.bihuan.services.approvals;

import java.util.List;
import java.util.Optional;
import org.bihuan.foundation.calendar.Limit;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.ClockRule;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedure;
import org.bihuan.loop.procedures.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The service guides of the licences, made from the procedures so that they cannot disagree. */
@Component
public class Guides {

  private static final String LICENCE = "licence";

  private final Procedures procedures;

  Guides(Procedures procedures) {
    this.procedures = procedures;
  }

  /**
   * A guide: what, with what, how long, by which law.
   *
   * @param item the licence
   * @param limits every clock of it, in the order of the procedure
   */
  public record Guide(Item item, List<LimitLine> limits) {

    public Guide {
      limits = List.copyOf(limits);
    }
  }

  /**
   * One limit.
   *
   * @param title which clock
   * @param statutory by law
   * @param promised by this district; absent where nothing is promised
   * @param fromReceipt true if it counts from the day the materials are received
   * @param source the law
   */
  public record LimitLine(
      Text title, Limit statutory, @Nullable Limit promised, boolean fromReceipt, String source) {}

  /** All guides in the order of the items. */
  public List<Guide> all() {
    return procedures.items().stream()
        .filter(item -> item.procedure().equals(LICENCE))
        .map(this::guide)
        .toList();
  }

  /** The guide of one licence. */
  public Optional<Guide> find(String item) {
    return procedures.item(item).filter(i -> i.procedure().equals(LICENCE)).map(this::guide);
  }

  private Guide guide(Item item) {
    int revision = procedures.latest(LICENCE).revision();
    Procedure procedure = procedures.resolve(LICENCE, revision, item.code());
    return new Guide(item, procedure.clocks().values().stream().map(Guides::line).toList());
  }

  private static LimitLine line(ClockRule clock) {
    var tier = clock.tiers().getLast();
    return new LimitLine(
        clock.title(),
        tier.limit(),
        tier.promised(),
        clock.begins().contains("receipt"),
        clock.source().text());
  }
}
