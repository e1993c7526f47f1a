package org.bihuan.portal.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.sight.Sights;
import org.bihuan.portal.naming.Naming;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the slip of a matter: what came with it, and what must still come. */
@Component
final class SlipReading {

  /** The fact in which procedures keep what was handed in. */
  private static final String MATERIALS = "materials";

  private final SheetReading sheets;
  private final Naming naming;
  private final ListReading lists;
  private final Sights sights;

  SlipReading(SheetReading sheets, Naming naming, ListReading lists, Sights sights) {
    this.sights = sights;
    this.sheets = sheets;
    this.naming = naming;
    this.lists = lists;
  }

  /** True if a clerk may print it: it was just taken in, or they may see the matter. */
  boolean prints(CaseView file, Actor actor, boolean justTaken) {
    return justTaken || sights.shows(DeskPages.ROUTE, actor, file);
  }

  Slip read(CaseView file) {
    var item = sheets.item(file);
    Set<String> came = new HashSet<>();
    file.facts().path(MATERIALS).forEach(id -> came.add(id.asString("")));
    List<Text> given = new ArrayList<>();
    List<Text> missing = new ArrayList<>();
    List<Text> maybe = new ArrayList<>();
    for (var material : materials(item)) {
      var where = came.contains(material.id()) ? given : material.required() ? missing : maybe;
      where.add(material.title());
    }
    var identity = file.identity();
    return new Slip(
        identity.number().value(),
        identity.code().grouped(),
        lists.item(identity.procedure(), identity.item()),
        file.subject().title(),
        naming.unit(file.unit()),
        file.times().openedAt(),
        file.times().dueAt(),
        new Slip.Papers(given, missing, maybe),
        file.anonymous() ? "anonymous" : file.confidential() ? "confidential" : null);
  }

  private static List<Item.Material> materials(@Nullable Item item) {
    return item == null ? List.of() : item.materials();
  }
}
