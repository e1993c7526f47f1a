package org.bihuan.portal.demo;

import java.util.List;
import org.bihuan.foundation.people.ApplicantForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A matter as it went: how it came in and what was done, in order.
 *
 * @param id its name among the stories
 * @param matter what was raised
 * @param channel how it came in
 * @param applicant who raised it; absent if it is part of another story
 * @param under the story whose matter it is a part of; absent for most
 * @param at when it came in, seen from the day the demo begins
 * @param state where it stands on that day
 * @param acts what was done
 * @param root what it puts right, if it is a rectification; absent for all others
 */
record Story(
    String id,
    Matter matter,
    String channel,
    @Nullable ApplicantForm applicant,
    @Nullable String under,
    StoryTime at,
    String state,
    List<Step> acts,
    @Nullable Root root) {

  Story {
    acts = List.copyOf(acts);
  }

  /**
   * What was raised.
   *
   * @param kind the procedure
   * @param item the leaf of it; absent if none was named
   * @param title what it is about
   * @param area code of the place
   * @param facts what the form asked for
   */
  record Matter(
      String kind, @Nullable String item, String title, String area, @Nullable ObjectNode facts) {}

  /**
   * The root cause that is written down with a rectification.
   *
   * @param items the matters it shows itself in
   * @param cases the stories whose matters come of it
   * @param why the reason
   */
  record Root(List<String> items, List<String> cases, String why) {}

  /**
   * One act.
   *
   * @param act its name in the procedure
   * @param by role or login of the one who did it; absent means the first role that may
   * @param awaits the state a clock has to bring first; absent means no waiting
   * @param after how long after what happened before
   * @param note the reason given; absent if none
   * @param facts what the act's form asked for; absent if nothing
   */
  record Step(
      String act,
      @Nullable String by,
      @Nullable String awaits,
      StoryTime after,
      @Nullable String note,
      @Nullable ObjectNode facts) {}

  /** The file of stories: invented people on real streets. */
  record Book(int version, String source, List<Story> stories) {

    Book {
      stories = List.copyOf(stories);
    }
  }
}
