package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.shared.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Adds what a form brought to a matter. A file that is refused never undoes the matter: the person
 * is told and may try again.
 */
@Component
public class Attaching {

  private final Evidence evidence;

  Attaching(Evidence evidence) {
    this.evidence = evidence;
  }

  /**
   * What became of the files.
   *
   * @param kept how many are with the matter now
   * @param refused those that are not, and why
   */
  public record Attached(int kept, List<Refused> refused) {

    public Attached {
      refused = List.copyOf(refused);
    }

    /** True if there is nothing to tell. */
    public boolean nothing() {
      return kept == 0 && refused.isEmpty();
    }
  }

  /** A file that was not kept. */
  public record Refused(String name, Text reason) {}

  /**
   * Adds them one by one.
   *
   * @param files as the form brought them; absent where it had no place for files
   */
  public Attached attach(UUID caseId, Actor who, @Nullable List<MultipartFile> files) {
    int kept = 0;
    var refused = new ArrayList<Refused>();
    for (var sent : files == null ? List.<MultipartFile>of() : files) {
      var name = Objects.requireNonNullElse(sent.getOriginalFilename(), "");
      if (name.isEmpty() && sent.isEmpty()) {
        continue; // a browser sends this where nothing was chosen
      }
      switch (put(caseId, who, name, sent)) {
        case Kept.Stored _ -> kept++;
        case Kept.Refused(var reason) -> refused.add(new Refused(shown(name), reason.message()));
      }
    }
    return new Attached(kept, refused);
  }

  private Kept put(UUID caseId, Actor who, String name, MultipartFile sent) {
    try (var content = sent.getInputStream()) {
      return evidence.put(caseId, who, name, content);
    } catch (IOException e) {
      throw new UncheckedIOException("a sent file cannot be read", e);
    }
  }

  private static String shown(String name) {
    return name.length() > 60 ? name.substring(0, 60) + "…" : name;
  }
}
