package org.bihuan.services.league.organisations;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.District;
import org.bihuan.foundation.shared.Text;
import org.bihuan.services.league.organisations.Organisation.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of League organisations, and who acts for which of them. */
@Component
public class Organisations implements SmartInitializingSingleton {

  /** The unit of the district that owns the matters of the League. */
  public static final String UNIT = "league-committee";

  /** What every school has besides its classes. */
  private static final List<Organisation> OF_A_SCHOOL =
      List.of(
          own("floating", Kind.FLOATING, "流动团员团支部", "branch of members on the move"),
          own("abroad", Kind.ABROAD, "出国（境）学习研究团员团支部", "branch of members abroad"),
          own("delayed", Kind.DELAYED, "延迟毕业团支部", "branch of delayed graduates"));

  private final OrganisationSql sql;
  private final Clock clock;
  private final int district;
  private volatile @Nullable Tree known;

  Organisations(OrganisationSql sql, Clock clock, District district) {
    this.sql = sql;
    this.clock = clock;
    this.district = district.code();
  }

  private static Organisation own(String code, Kind kind, String zh, String en) {
    return new Organisation(code, kind, null, new Text(zh, en), null, true);
  }

  /** Brings what the file of the district names into the table; what is there stays. */
  @Override
  public void afterSingletonsInstantiated() {
    var path = "league/organisations/" + district + ".yaml";
    if (new ClassPathResource(path).exists()) {
      DataFile.resource(path)
          .as(OrganisationFile.class)
          .organisations()
          .forEach(line -> sql.put(line.organisation(), line.origin()));
    }
    known = null;
  }

  /** Everything there is. */
  public Tree tree() {
    var now = known;
    if (now == null) {
      now = new Tree(sql.all());
      known = now;
    }
    return now;
  }

  /** Read anew where another copy of the application may have added one. */
  Tree fresh() {
    known = null;
    return tree();
  }

  /**
   * Adds organisations, parents before children, or renames them; a school comes with its own three
   * branches.
   */
  @Transactional
  public void put(List<Organisation> some) {
    for (var one : some) {
      sql.put(one, "local");
      if (one.kind() == Kind.SCHOOL) {
        OF_A_SCHOOL.forEach(own -> sql.put(in(one, own), "national"));
      }
    }
    known = null;
  }

  private static Organisation in(Organisation school, Organisation own) {
    var name =
        new Text(school.name().zh() + own.name().zh(), school.name().en() + ": " + own.name().en());
    return new Organisation(
        school.code() + "-" + own.code(), own.kind(), school.code(), name, null, true);
  }

  /** Who acts for an organisation, the longest first. */
  @Transactional(readOnly = true)
  public List<UUID> holders(String organisation) {
    return sql.holders(organisation);
  }

  /** Lets a member of the staff act for an organisation; false if there is none or they did. */
  @Transactional
  public boolean give(String organisation, UUID staff) {
    return fresh().find(organisation).isPresent() && sql.give(organisation, staff, clock.instant());
  }

  /** Ends that; false if they did not. */
  @Transactional
  public boolean take(String organisation, UUID staff) {
    return sql.take(organisation, staff);
  }

  /**
   * What a member of the staff may do here: for the organisations they have a post in and all under
   * them; everything for those of the district committee.
   */
  @Transactional(readOnly = true)
  public Hand hand(Actor actor) {
    var seat = actor.standsFor() == null ? actor.id() : actor.standsFor();
    var posts = sql.posts(seat);
    boolean committee = UNIT.equals(actor.unit());
    return new Hand(actor, posts, tree().reach(posts), committee, Set.of());
  }

  /**
   * The file of organisations as written.
   *
   * @param version raised with every change
   * @param organisations parents before children
   */
  record OrganisationFile(int version, List<Line> organisations) {

    /** One organisation. */
    record Line(
        String code,
        String kind,
        @Nullable String parent,
        String zh,
        String en,
        @Nullable String area,
        boolean branch,
        String origin) {

      Organisation organisation() {
        return new Organisation(
            code, Organisation.Kind.of(kind), parent, new Text(zh, en), area, branch);
      }
    }
  }
}
