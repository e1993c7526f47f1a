package org.bihuan.foundation.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Documents of offices, which are archives of XML. Nothing is unpacked to the disk; every entry is
 * read to its end once, counted, and looked at.
 *
 * @param unpacked bytes all entries may have together
 */
record OfficePapers(long unpacked) {

  private static final System.Logger LOG = System.getLogger(OfficePapers.class.getName());
  private static final String TYPES = "[Content_Types].xml";
  private static final int MOST_ENTRIES = 4000;
  private static final int LONGEST_XML = 32 * 1024 * 1024;

  private static final Pattern ACTIVE_NAME =
      Pattern.compile(
          "(?i).*(vbaproject|vbadata|activex|/embeddings/|/externallinks/|customui|/ctrlprops/|\\.(bin|exe|dll|js|vbs|hta|html?|svg|swf|jar))(.*)");
  private static final Pattern INNER_ARCHIVE =
      Pattern.compile("(?i).*\\.(zip|7z|rar|gz|tgz|xz|bz2|docx|xlsx|pptx|docm|xlsm)");
  private static final Pattern ACTIVE_TEXT =
      Pattern.compile("<!DOCTYPE|<!ENTITY|macroEnabled|vbaProject|DDEAUTO|\\bDDE\\s|<ddeLink");
  private static final Pattern ACTIVE_RELATION =
      Pattern.compile(
          "(?i).*/(aFChunk|oleObject|package|control|attachedTemplate|frame|subDocument)");
  private static final Set<String> PRINTER = Set.of("xl/printersettings/", "word/printersettings/");

  /** The kind an archive declares; empty for any other archive. */
  static Optional<FileKind> kind(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var types = zip.getEntry(TYPES);
      if (types == null) {
        return Optional.empty();
      }
      var text = text(zip, types, 1024 * 1024);
      if (text.contains("wordprocessingml.document.main+xml")
          || text.contains("ms-word.document.macroEnabled")) {
        return Optional.of(FileKind.DOCX);
      }
      return text.contains("spreadsheetml.sheet.main+xml")
              || text.contains("ms-excel.sheet.macroEnabled")
          ? Optional.of(FileKind.XLSX)
          : Optional.empty();
    }
  }

  /** What is wrong with it; empty if nothing is. */
  Optional<FileRefusal> look(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ENTRIES) {
        return Optional.of(FileRefusal.TOO_DEEP);
      }
      var names = new HashSet<String>();
      long left = unpacked;
      for (var entry : zip.stream().toList()) {
        var wrong = name(entry.getName(), names);
        if (wrong.isPresent()) {
          return wrong;
        }
        left -= length(zip, entry, left);
        if (left < 0) {
          return Optional.of(FileRefusal.TOO_DEEP);
        }
        wrong = content(zip, entry);
        if (wrong.isPresent()) {
          return wrong;
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<FileRefusal> name(String name, Set<String> seen) {
    var low = name.toLowerCase(Locale.ROOT);
    boolean strange =
        name.startsWith("/")
            || name.contains("\\")
            || name.contains("..")
            || name.contains(":")
            || name.indexOf('\0') >= 0;
    if (strange || !seen.add(low)) {
      return Optional.of(FileRefusal.ACTIVE);
    }
    if (INNER_ARCHIVE.matcher(low).matches()) {
      return Optional.of(FileRefusal.TOO_DEEP);
    }
    boolean printer = PRINTER.stream().anyMatch(low::startsWith);
    return !printer && ACTIVE_NAME.matcher(low).matches()
        ? Optional.of(FileRefusal.ACTIVE)
        : Optional.empty();
  }

  /** What an entry really unpacks to, read no further than one byte past what is left. */
  private static long length(ZipFile zip, ZipEntry entry, long left) throws IOException {
    var buffer = new byte[1 << 16];
    long length = 0;
    try (var in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n > 0 && length <= left; n = in.read(buffer)) {
        length += n;
      }
    }
    return length;
  }

  private static Optional<FileRefusal> content(ZipFile zip, ZipEntry entry) throws IOException {
    var low = entry.getName().toLowerCase(Locale.ROOT);
    if (!low.endsWith(".xml") && !low.endsWith(".rels") && !low.endsWith(".vml")) {
      return picture(zip, entry);
    }
    var text = text(zip, entry, LONGEST_XML).replace("\0", "");
    if (ACTIVE_TEXT.matcher(text).find()) {
      return Optional.of(FileRefusal.ACTIVE);
    }
    return low.endsWith(".rels") && reachesOut(text)
        ? Optional.of(FileRefusal.ACTIVE)
        : Optional.empty();
  }

  /** Media may be anything but a further archive or a page. */
  private static Optional<FileRefusal> picture(ZipFile zip, ZipEntry entry) throws IOException {
    byte[] head;
    try (var in = zip.getInputStream(entry)) {
      head = in.readNBytes(4);
    }
    if (Signatures.begins(head, new byte[] {'P', 'K', 3, 4})) {
      return Optional.of(FileRefusal.TOO_DEEP);
    }
    return Signatures.begins(head, new byte[] {'M', 'Z'})
        ? Optional.of(FileRefusal.ACTIVE)
        : Optional.empty();
  }

  /** A link a reader may click is allowed; what a program would fetch by itself is not. */
  private static boolean reachesOut(String relations) throws IOException {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var bytes = relations.replaceFirst("<\\?xml[^>]*>", "").getBytes(StandardCharsets.UTF_8);
    try {
      var xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes), "UTF-8");
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("Relationship")
            && isActive(
                String.valueOf(xml.getAttributeValue(null, "Type")),
                String.valueOf(xml.getAttributeValue(null, "TargetMode")))) {
          return true;
        }
      }
      return false;
    } catch (XMLStreamException unreadable) {
      LOG.log(System.Logger.Level.DEBUG, "relations that cannot be read", unreadable);
      throw new IOException("relations cannot be read", unreadable);
    }
  }

  private static boolean isActive(String type, String mode) {
    boolean outside = mode.equalsIgnoreCase("External") && !type.endsWith("/hyperlink");
    return outside || ACTIVE_RELATION.matcher(type).matches();
  }

  private static String text(ZipFile zip, ZipEntry entry, int most) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      var bytes = in.readNBytes(most);
      var text = new String(bytes, StandardCharsets.UTF_8);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
  }
}
