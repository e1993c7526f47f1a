package org.bihuan.foundation.evidence;

import static org.bihuan.foundation.evidence.Papers.bytes;
import static org.bihuan.foundation.evidence.Papers.packedPdf;
import static org.bihuan.foundation.evidence.Papers.pdf;
import static org.bihuan.foundation.evidence.Papers.wordWith;
import static org.bihuan.foundation.evidence.Photos.joined;
import static org.bihuan.foundation.evidence.Photos.picture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Files nobody should keep, made here so that no scanner minds the repository. */
final class HostileCorpus {

  private static final byte[] EICAR =
      bytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");
  private static final byte[] PAGE = bytes("<html><script>alert(1)</script></html>");
  private static final byte[] SVG =
      bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

  private final List<Hostile> all = new ArrayList<>();

  private HostileCorpus() {}

  /** A file, and why it is refused. */
  record Hostile(String name, byte[] content, FileRefusal reason) {
    @Override
    public String toString() {
      return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
  }

  static List<Hostile> all() {
    var corpus = new HostileCorpus();
    corpus.pretenders();
    corpus.pictures();
    corpus.archives();
    corpus.macros();
    corpus.relations();
    corpus.pdfs();
    corpus.broken();
    return corpus.all;
  }

  private void add(FileRefusal reason, String name, byte[] content) {
    all.add(new Hostile(name, content, reason));
  }

  private void pretenders() {
    for (var ending :
        List.of("jpg", "jpeg", "png", "pdf", "docx", "xlsx", "txt", "JPG", "Png", "PDF")) {
      add(FileRefusal.MISMATCH, "page." + ending, PAGE);
      add(FileRefusal.MISMATCH, "drawing." + ending, SVG);
      add(FileRefusal.INFECTED, "eicar." + ending, EICAR);
      add(FileRefusal.INFECTED, "late-eicar." + ending, joined(new byte[65530], EICAR));
      add(FileRefusal.EMPTY, "nothing." + ending, new byte[0]);
      add(FileRefusal.MISMATCH, "program." + ending, joined(bytes("MZ"), new byte[200]));
    }
    for (var ending :
        List.of(
            "html", "svg", "exe", "js", "zip", "docm", "xlsm", "doc", "xls", "gif", "heic", "webp",
            "php", "jsp", "sh", "lnk", "msi", "apk", "mp4", "rtf")) {
      add(FileRefusal.NOT_ALLOWED, "file." + ending, picture("png", 4, 4));
      add(FileRefusal.NOT_ALLOWED, "photo.jpg." + ending, picture("jpeg", 4, 4));
    }
    add(FileRefusal.MISMATCH, "picture.jpg", picture("png", 4, 4));
    add(FileRefusal.MISMATCH, "picture.png", picture("jpeg", 4, 4));
    add(FileRefusal.MISMATCH, "gif.png", bytes("GIF89a;"));
    add(FileRefusal.MISMATCH, "late.pdf", joined(bytes("\n"), pdf("")));
    add(FileRefusal.NOT_ALLOWED, "noending", new byte[] {0, 1, 2, 3});
  }

  private void pictures() {
    add(FileRefusal.TOO_MANY_PIXELS, "huge.png", Photos.hugePng(30_000, 30_000));
    add(FileRefusal.TOO_MANY_PIXELS, "wide.png", Photos.hugePng(1_000_000, 2));
    add(FileRefusal.DAMAGED, "empty.png", Photos.hugePng(100, 100));
    add(FileRefusal.DAMAGED, "negative.png", Photos.hugePng(-5, 5));
    add(FileRefusal.DAMAGED, "none.png", Photos.hugePng(0, 0));
  }

  private void archives() {
    add(FileRefusal.TOO_DEEP, "bomb.docx", Papers.bomb(300));
    add(FileRefusal.TOO_DEEP, "nested.docx", wordWith("word/media/a.zip", Papers.sheet()));
    add(FileRefusal.TOO_DEEP, "hidden.docx", wordWith("word/media/a.png", Papers.sheet()));
    for (var name :
        List.of("../evil.xml", "/etc/passwd", "..\\evil.xml", "C:\\evil.xml", "a/../../b")) {
      add(FileRefusal.ACTIVE, "slip.docx", wordWith(name, bytes("<a/>")));
    }
    add(FileRefusal.MISMATCH, "plain.docx", Papers.zip(Map.of("a.txt", bytes("hello"))));
    add(FileRefusal.MISMATCH, "sheet.docx", Papers.sheet());
    add(FileRefusal.ACTIVE, "twice.docx", wordWith("WORD/document.xml", bytes("<a/>")));
  }

  private void macros() {
    add(FileRefusal.ACTIVE, "macro.docx", Papers.macroWord());
    for (var name :
        List.of(
            "word/vbaProject.bin",
            "word/activeX/activeX1.xml",
            "word/embeddings/a.bin",
            "word/media/a.exe",
            "word/media/a.svg",
            "word/a.html",
            "customUI/customUI.xml",
            "xl/externalLinks/externalLink1.xml",
            "word/script.js")) {
      add(FileRefusal.ACTIVE, "with.docx", wordWith(name, bytes("<a/>")));
    }
    for (var xml :
        List.of(
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
            "<a>DDEAUTO c:\\\\windows</a>",
            "<!ENTITY % x \"y\">",
            "<ddeLink/>")) {
      add(FileRefusal.ACTIVE, "xxe.docx", wordWith("word/settings.xml", bytes(xml)));
      add(
          FileRefusal.ACTIVE,
          "xxe16.docx",
          wordWith("word/s.xml", xml.getBytes(StandardCharsets.UTF_16BE)));
    }
    add(FileRefusal.ACTIVE, "mz.docx", wordWith("word/media/a.bmp", bytes("MZ....")));
  }

  private void relations() {
    for (var type :
        List.of(
            "attachedTemplate", "oleObject", "frame", "image", "aFChunk", "control", "package")) {
      add(
          FileRefusal.ACTIVE,
          type + ".docx",
          wordWith("word/_rels/settings.xml.rels", Papers.relation(type, "External")));
    }
    add(FileRefusal.DAMAGED, "torn.docx", wordWith("word/_rels/a.rels", bytes("<Relationships><")));
  }

  private void pdfs() {
    for (var name :
        List.of(
            "JavaScript",
            "Launch",
            "EmbeddedFile",
            "RichMedia",
            "XFA",
            "SubmitForm",
            "J#61vaScript",
            "#4c#61unch")) {
      add(FileRefusal.ACTIVE, name + ".pdf", pdf("2 0 obj\n<< /S /" + name + " >>\nendobj"));
      add(
          FileRefusal.ACTIVE,
          "packed-" + name + ".pdf",
          packedPdf("/FlateDecode", bytes("2 0 << /S /" + name + " >>")));
    }
    add(
        FileRefusal.ACTIVE,
        "twofold.pdf",
        packedPdf("[/ASCIIHexDecode /FlateDecode]", bytes("2 0 << >>")));
    add(FileRefusal.LOCKED, "locked.pdf", pdf("trailer << /Encrypt 5 0 R >>"));
    add(FileRefusal.TOO_MANY_PAGES, "pages.pdf", pdf("<< /Type /Page >>\n".repeat(400)));
    add(FileRefusal.TOO_DEEP, "bomb.pdf", packedPdf("/FlateDecode", new byte[150 << 20]));
    add(FileRefusal.DAMAGED, "cut.pdf", bytes("%PDF-1.7\n1 0 obj\n<< >>\n"));
  }

  private void broken() {
    var jpeg = picture("jpeg", 200, 200);
    var png = picture("png", 200, 200);
    var word = Papers.zip(Papers.word());
    for (int part = 1; part <= 4; part++) {
      add(FileRefusal.DAMAGED, "cut.jpg", Arrays.copyOf(jpeg, jpeg.length * part / 5));
      add(FileRefusal.DAMAGED, "cut.png", Arrays.copyOf(png, Math.max(40, png.length * part / 5)));
      add(FileRefusal.DAMAGED, "cut.docx", Arrays.copyOf(word, word.length * part / 5));
    }
  }
}
