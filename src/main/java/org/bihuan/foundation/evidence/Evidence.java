package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.foundation.access.Actor;
import org.bihuan.foundation.access.Role;
import org.bihuan.foundation.people.FieldSeal;
import org.bihuan.foundation.shared.Uuid7;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of matters. Who may see a matter's files is asked of whoever knows matters; here it is
 * written down that they were seen.
 */
@Component
public class Evidence {

  private final Vault vault;
  private final Inspection inspection;
  private final Shelving shelving;
  private final EvidenceSql sql;
  private final FieldSeal seal;
  private final Clock clock;

  Evidence(
      Vault vault,
      Inspection inspection,
      Shelving shelving,
      EvidenceSql sql,
      FieldSeal seal,
      Clock clock) {
    this.vault = vault;
    this.inspection = inspection;
    this.shelving = shelving;
    this.sql = sql;
    this.seal = seal;
    this.clock = clock;
  }

  /** What of a file is handed out. */
  public enum Part {
    CONTENT,
    THUMBNAIL,
    ORIGIN;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Who sees which part; kept for good. */
  record Seeing(UUID actor, String role, Part part) {

    static Seeing of(Actor who, Part part) {
      var role = who.is(Role.APPLICANT) ? Role.APPLICANT.code() : "staff";
      return new Seeing(who.id(), role, part);
    }
  }

  /**
   * Looks at a file and keeps it, or says why not. Nothing is kept before its bytes are on the
   * disk; the same content given again to the same matter is the file that is there.
   *
   * @param caseId the matter, which the giver may add to
   * @param who gives it
   * @param name as their machine calls it
   */
  public Kept put(UUID caseId, Actor who, String name, InputStream content) {
    var full = shelving.fullFor(caseId, who);
    if (full != null) {
      return new Kept.Refused(full);
    }
    try {
      var draft = vault.receive(content, shelving.fileSize());
      try {
        return put(caseId, who, FileName.of(name), draft);
      } finally {
        vault.discard(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a file could not be taken in", e);
    }
  }

  private Kept put(UUID caseId, Actor who, FileName name, Path draft) throws IOException {
    if (Files.size(draft) > shelving.fileSize()) {
      return new Kept.Refused(FileRefusal.TOO_LARGE);
    }
    return switch (inspection.look(draft, name)) {
      case Inspection.Looked.Unfit(var reason) -> new Kept.Refused(reason);
      case Inspection.Looked.Sound sound -> keep(caseId, who, name, sound);
    };
  }

  private Kept keep(UUID caseId, Actor who, FileName name, Inspection.Looked.Sound sound)
      throws IOException {
    long bytes = Files.size(sound.content());
    var small = sound.thumbnail();
    var origin = sound.origin();
    var file =
        new StoredFile(
            Uuid7.next(clock),
            caseId,
            sound.kind(),
            name.as(sound.kind()),
            bytes,
            new StoredFile.Given(who.id(), !who.is(Role.APPLICANT), clock.instant()),
            new StoredFile.Content(
                vault.keep(sound.content()),
                small == null ? null : vault.keep(small),
                origin != null));
    var closed =
        origin == null ? null : seal.close(origin.written(), file.id(), EvidenceSql.SEALED);
    return shelving.shelve(file, closed);
  }

  /** The files of a matter, oldest first. */
  @Transactional(readOnly = true)
  public List<StoredFile> of(UUID caseId) {
    return sql.ofCase(caseId);
  }

  /**
   * Forgets what was given to some matters by those who raised them; what staff gave stays. The
   * contents go with the next sweep; who saw them stays on record.
   *
   * @return how many files there were
   */
  @Transactional
  public int forget(Collection<UUID> cases) {
    return sql.forget(cases);
  }

  /** Hands out a file or its small picture, after that is written down; empty if there is none. */
  @Transactional
  public Optional<Handout> hand(UUID caseId, UUID id, Part part, Actor who) {
    return sql.find(caseId, id)
        .filter(file -> part == Part.CONTENT || file.pictured())
        .map(file -> handed(file, part, who));
  }

  private Handout handed(StoredFile file, Part part, Actor who) {
    sql.seen(Uuid7.next(clock), file, Seeing.of(who, part), clock.instant());
    return handout(file, part);
  }

  private Handout handout(StoredFile file, Part part) {
    var small = file.kept().thumbnail();
    return part == Part.THUMBNAIL && small != null
        ? new Handout(file.name(), FileKind.JPEG, vault.open(small))
        : new Handout(file.name(), file.kind(), vault.open(file.kept().digest()));
  }

  /**
   * Hands out what everybody may see, such as the pictures of a public place; that nobody is
   * written down is why whoever published it has to be asked before. Empty if there is none.
   *
   * @param owner what the file belongs to: a matter, or another thing that has an id
   */
  @Transactional(readOnly = true)
  public Optional<Handout> published(UUID owner, UUID id, Part part) {
    return sql.find(owner, id)
        .filter(file -> part == Part.CONTENT || (part == Part.THUMBNAIL && file.pictured()))
        .map(file -> handout(file, part));
  }

  /** When and where a photo was taken, after it is written down that it was asked. */
  @Transactional
  public Optional<Origin> origin(UUID caseId, UUID id, Actor who) {
    var file = sql.find(caseId, id);
    var closed = sql.origin(caseId, id);
    if (file.isEmpty() || closed.isEmpty()) {
      return Optional.empty();
    }
    sql.seen(Uuid7.next(clock), file.get(), Seeing.of(who, Part.ORIGIN), clock.instant());
    return Optional.of(Origin.read(seal.open(closed.get(), id, EvidenceSql.SEALED)));
  }
}
