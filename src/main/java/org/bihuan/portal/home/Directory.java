package org.bihuan.portal.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.foundation.shared.DataFile;
import org.bihuan.foundation.shared.Text;
import org.bihuan.loop.procedures.Item;
import org.bihuan.loop.procedures.Procedures;
import org.bihuan.services.approvals.Guides;
import org.springframework.stereotype.Component;

/** Everything people can look for: matters to raise, guides, pages. */
@Component
final class Directory {

  private static final int MOST = 12;

  private final List<Signpost> all;

  Directory(Procedures procedures, Guides guides) {
    var file = DataFile.resource("search/directory.yaml").as(Entries.class);
    var guided =
        guides.all().stream().map(guide -> guide.item().code()).collect(Collectors.toSet());
    this.all = all(file, procedures.items(), guided);
  }

  /**
   * The file: words for items, and the pages.
   *
   * @param words by code of the item
   */
  record Entries(Map<String, Text> words, List<Entry> pages) {}

  /** A page of ours. */
  record Entry(String href, Text title, Text summary, Text words) {}

  static List<Signpost> all(Entries file, List<Item> items, Set<String> guided) {
    var all = new ArrayList<Signpost>();
    for (var item : items) {
      var words = file.words.getOrDefault(item.code(), item.group());
      boolean guide = guided.contains(item.code());
      var href = (guide ? "/guides/" : "/file/") + item.code();
      all.add(new Signpost(guide ? "guide" : "matter", href, item.title(), item.summary(), words));
    }
    for (var page : file.pages) {
      all.add(new Signpost("page", page.href, page.title, page.summary, page.words));
    }
    return List.copyOf(all);
  }

  List<Signpost> find(String asked) {
    return Signpost.among(all, asked, MOST);
  }
}
