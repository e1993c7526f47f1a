package org.bihuan.services.league.rolls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A table as an xlsx file; every cell is text, so that nothing in it calculates. */
public final class Sheet {

  private static final double WIDTH = 18;

  private Sheet() {}

  /** The file of a table: a bold head that stays in sight, then the rows. */
  public static byte[] write(String title, List<String> head, List<List<String>> rows) {
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, "Bihuan", "1.0")) {
      var sheet = book.newWorksheet(title);
      for (int column = 0; column < head.size(); column++) {
        sheet.value(0, column, head.get(column));
        sheet.width(column, WIDTH);
      }
      sheet.range(0, 0, 0, Math.max(0, head.size() - 1)).style().bold().set();
      sheet.freezePane(0, 1);
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          sheet.value(row + 1, column, rows.get(row).get(column));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a table in memory cannot be written", e);
    }
    return out.toByteArray();
  }
}
