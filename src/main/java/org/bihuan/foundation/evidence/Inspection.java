package org.bihuan.foundation.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks at a file that was handed in and makes of it what is kept. Few at a time, so that memory
 * stays bounded; whatever a reader throws at a hostile file is a damaged file and nothing worse.
 */
@Component
class Inspection {

  private static final System.Logger LOG = System.getLogger(Inspection.class.getName());

  private final EvidenceSettings settings;
  private final Scanner scanner;
  private final Semaphore gate;

  Inspection(EvidenceSettings settings, Scanner scanner) {
    this.settings = settings;
    this.scanner = scanner;
    this.gate = new Semaphore(settings.atOnce());
  }

  /** What a file comes to. */
  sealed interface Looked {

    /**
     * It may be kept.
     *
     * @param content what is kept
     * @param thumbnail its small picture; absent for papers
     * @param origin what its camera knew; absent if nothing
     */
    record Sound(FileKind kind, Path content, @Nullable Path thumbnail, @Nullable Origin origin)
        implements Looked {}

    /** It may not. */
    record Unfit(FileRefusal reason) implements Looked {}
  }

  /** The draft may be replaced; files beside it with its name and an ending are made. */
  Looked look(Path draft, FileName name) {
    gate.acquireUninterruptibly();
    try {
      var task = new FutureTask<Looked>(() -> inspect(draft, name));
      task.run();
      return task.state() == Future.State.SUCCESS ? task.resultNow() : failed(task.exceptionNow());
    } finally {
      gate.release();
    }
  }

  private static Looked failed(Throwable failure) {
    if (failure instanceof VirtualMachineError fatal && !(fatal instanceof StackOverflowError)) {
      throw fatal;
    }
    LOG.log(System.Logger.Level.INFO, "a file could not be read: {0}", failure.getClass());
    return new Looked.Unfit(FileRefusal.DAMAGED);
  }

  private Looked inspect(Path draft, FileName name) throws IOException {
    if (Files.size(draft) == 0) {
      return new Looked.Unfit(FileRefusal.EMPTY);
    }
    if (scanner.harmful(draft)) {
      return new Looked.Unfit(FileRefusal.INFECTED);
    }
    var declared = FileKind.declared(name.ending());
    if (declared.isEmpty() && !name.ending().isEmpty()) {
      return new Looked.Unfit(FileRefusal.NOT_ALLOWED);
    }
    var kind = Signatures.of(draft);
    if (kind.isEmpty()) {
      return new Looked.Unfit(declared.isEmpty() ? FileRefusal.NOT_ALLOWED : FileRefusal.MISMATCH);
    }
    return declared.isPresent() && declared.get() != kind.get()
        ? new Looked.Unfit(FileRefusal.MISMATCH)
        : made(draft, kind.get());
  }

  private Looked made(Path draft, FileKind kind) throws IOException {
    return switch (kind) {
      case JPEG, PNG -> picture(draft, kind);
      case PDF -> paper(draft, kind, pdf().look(draft));
      case WAV -> voice(draft);
      case DOCX, XLSX -> paper(draft, kind, office().look(draft));
      case TEXT -> {
        var text = draft.resolveSibling(draft.getFileName() + ".text");
        PlainPapers.rewrite(draft, text);
        yield new Looked.Sound(kind, text, null, null);
      }
    };
  }

  private Looked voice(Path draft) throws IOException {
    var sound = draft.resolveSibling(draft.getFileName() + ".sound");
    var wrong = new Voices(settings.voiceSeconds()).rewrite(draft, sound);
    return paper(sound, FileKind.WAV, wrong);
  }

  private PdfPapers pdf() {
    return new PdfPapers(settings.pages(), settings.unpacked().toBytes());
  }

  private OfficePapers office() {
    return new OfficePapers(settings.unpacked().toBytes());
  }

  private static Looked paper(Path draft, FileKind kind, Optional<FileRefusal> wrong) {
    return wrong.isPresent()
        ? new Looked.Unfit(wrong.get())
        : new Looked.Sound(kind, draft, null, null);
  }

  private Looked picture(Path draft, FileKind kind) throws IOException {
    var camera = kind == FileKind.JPEG ? Origins.of(draft) : Origins.NONE;
    var whole = draft.resolveSibling(draft.getFileName() + ".whole");
    var small = draft.resolveSibling(draft.getFileName() + ".small");
    var wrong =
        new Pictures(settings.pixels(), settings.keptPixels())
            .redraw(draft, kind, camera.turned(), whole, small);
    return wrong.isPresent()
        ? new Looked.Unfit(wrong.get())
        : new Looked.Sound(kind, whole, small, camera.origin().known() ? camera.origin() : null);
  }
}
