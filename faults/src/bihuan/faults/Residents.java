package bihuan.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.people.ApplicantForm;
import org.bihuan.loop.cases.Act;
import org.bihuan.loop.cases.CaseView;
import org.bihuan.loop.intake.Filed;
import org.bihuan.loop.intake.Filing;
import org.bihuan.loop.intake.Intake;
import org.bihuan.loop.twins.Joining;
import org.bihuan.loop.twins.Twins;
import org.springframework.context.ApplicationContext;

/** Those who report: eight at a time, some of whom say "me too"; later they confirm, object, or stay silent. */
final class Residents {

  private static final int AT_ONCE = 8;

  private final Intake intake;
  private final Twins twins;
  private final Joining joining;
  private final long seed;
  private final AtomicInteger people = new AtomicInteger();
  private final List<String> numbers = Collections.synchronizedList(new ArrayList<>());
  private final Random random;

  Residents(ApplicationContext house, long seed) {
    this.intake = house.getBean(Intake.class);
    this.twins = house.getBean(Twins.class);
    this.joining = house.getBean(Joining.class);
    this.seed = seed;
    this.random = new Random(seed);
  }

  /** The numbers they were told. */
  List<String> numbers() {
    return List.copyOf(numbers);
  }

  /** They all come at once. */
  void report(List<Reports.Report> hour) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var calls = new ArrayList<Callable<Boolean>>();
      hour.forEach(report -> calls.add(() -> report(report, people.incrementAndGet())));
      for (var call : threads.invokeAll(calls)) {
        call.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("somebody could not report", e.getCause());
    }
  }

  private boolean report(Reports.Report report, int person) {
    var mood = new Random(seed ^ person * 31L);
    boolean nameless = mood.nextInt(25) == 0;
    var likely = twins.likely("appeal", report.text(), report.area());
    var file = taken(report, person, nameless);
    numbers.add(file.identity().number().value());
    if (report.stormy() && !nameless && mood.nextInt(10) < 6) {
      likely.stream()
          .filter(Twins.Twin::leads)
          .findFirst()
          .ifPresent(twin -> meToo(file, twin.file()));
    }
    return true;
  }

  private CaseView taken(Reports.Report report, int person, boolean nameless) {
    var facts = Matters.nothing().put("description", report.text()).put("kind", "help");
    if (nameless) {
      facts.put("anonymous", true);
    }
    var who = ApplicantForm.resident("报" + name(person), "139%08d".formatted(person));
    var filed =
        intake.file(
            new Filing(
                "appeal",
                report.item(),
                report.text().substring(0, Math.min(40, report.text().length())),
                report.area(),
                "online",
                nameless ? null : who,
                facts,
                null,
                null));
    if (filed instanceof Filed.Taken(var file)) {
      return file;
    }
    throw new IllegalStateException("not taken in: " + filed);
  }

  private static String name(int person) {
    return "" + (char) ('一' + person % 5000) + (char) ('一' + person / 5000);
  }

  /** Refused if the main case was answered meanwhile: then it stays a matter of its own. */
  private void meToo(CaseView file, CaseView main) {
    var person = Actor.applicant(file.subject().applicant(), "");
    joining.join(file.identity().id(), main.identity().id(), person, Joining.ME_TOO);
  }

  /** What they do about an answer: some confirm, few object; most say nothing. */
  List<Act> responses(List<Office.Open> open) {
    var acts = new ArrayList<Act>();
    for (var file : open) {
      int mood = file.state().equals("answered") ? random.nextInt(100) : 100;
      var person = Actor.applicant(file.applicant(), "");
      if (mood < 12) {
        var rating = Matters.nothing().put("rating", 1 + random.nextInt(3));
        acts.add(new Act(file.id(), "confirm", person, null, null, rating, null));
      } else if (mood < 14) {
        acts.add(new Act(file.id(), "object", person, null, "还是老样子", Matters.nothing(), null));
      }
    }
    return acts;
  }
}
