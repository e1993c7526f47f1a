package org.bihuan.bench;

import java.util.List;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.Cases;
import org.bihuan.loop.cases.Decision;
import org.bihuan.loop.cases.Opening;
import org.springframework.context.ApplicationContext;

/** The product's way in for single acts; the one place to change when that changes. */
interface Door {

  Decision open(Opening opening);

  Decision perform(Act act);

  /** The door of a house. */
  static Door of(ApplicationContext house) {
    var cases = house.getBean(Cases.class);
    return new Door() {
      @Override
      public Decision open(Opening opening) {
        return cases.open(List.of(opening)).getFirst();
      }

      @Override
      public Decision perform(Act act) {
        return cases.perform(List.of(act)).getFirst();
      }
    };
  }
}
