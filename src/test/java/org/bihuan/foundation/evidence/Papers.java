package org.bihuan.foundation.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes documents, honest ones and others. */
final class Papers {

  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String SHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  private static final String RELATION =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private Papers() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String types(String main) {
    return "<?xml version=\"1.0\"?><Types><Override PartName=\"/word/document.xml\" ContentType=\""
        + main
        + "\"/></Types>";
  }

  static Map<String, byte[]> word() {
    var parts = new LinkedHashMap<String, byte[]>();
    parts.put("[Content_Types].xml", bytes(types(WORD)));
    parts.put("word/document.xml", bytes("<w:document><w:body>hello</w:body></w:document>"));
    parts.put("word/_rels/document.xml.rels", relation("hyperlink", "External"));
    return parts;
  }

  static byte[] sheet() {
    return zip(Map.of("[Content_Types].xml", bytes(types(SHEET))));
  }

  static byte[] macroWord() {
    return wordWith(
        "[Content_Types].xml",
        bytes(types("application/vnd.ms-word.document.macroEnabled.main+xml")));
  }

  static byte[] relation(String type, String mode) {
    return bytes(
        "<?xml version=\"1.0\"?><Relationships><Relationship Id=\"r1\" Type=\""
            + RELATION
            + type
            + "\" Target=\"http://example.com/x\" TargetMode=\""
            + mode
            + "\"/></Relationships>");
  }

  static byte[] wordWith(String name, byte[] content) {
    var parts = word();
    parts.put(name, content);
    return zip(parts);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A document that unpacks to so many megabytes of nothing. */
  static byte[] bomb(int megabytes) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write(bytes(types(WORD)));
      zip.putNextEntry(new ZipEntry("word/media/image1.bmp"));
      var nothing = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        zip.write(nothing);
      }
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] pdf(String objects) {
    return bytes("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + objects + "\n%%EOF\n");
  }

  /** Objects packed into a stream, as newer writers do. */
  static byte[] packedPdf(String filter, byte[] inside) {
    var packed = new String(deflated(inside), StandardCharsets.ISO_8859_1);
    return pdf(
        "2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter "
            + filter
            + " /Length "
            + packed.length()
            + " >>\nstream\n"
            + packed
            + "\nendstream\nendobj");
  }

  static byte[] deflated(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var packer = new DeflaterOutputStream(out)) {
      packer.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
