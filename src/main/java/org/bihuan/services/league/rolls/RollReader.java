package org.bihuan.services.league.rolls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Reads the lines of a roll; what no program should unpack or hold is refused before. */
final class RollReader {

  static final int MOST_LINES = 50_000;
  static final int LARGEST = 10 * 1024 * 1024;

  private static final System.Logger LOG = System.getLogger(RollReader.class.getName());
  private static final long UNPACKED = 200L * 1024 * 1024;
  private static final int ENTRIES = 500;
  private static final int LONGEST_CELL = 200;

  private RollReader() {}

  /** A line: its number in the file, from 2, and its cells. */
  record Line(int n, Map<Column, String> cells) {

    String at(Column column) {
      return cells.getOrDefault(column, "");
    }
  }

  /** What a file comes to. */
  sealed interface Read {

    /** Its lines, empty ones left out. */
    record Lines(List<Line> lines) implements Read {}

    /** It is none. */
    record Unfit(RollRefusal why) implements Read {}
  }

  /** Reads a whole file; whatever a reader throws at a damaged one is a damaged file. */
  static Read read(byte[] content) {
    if (content.length > LARGEST) {
      return new Read.Unfit(RollRefusal.TOO_LARGE);
    }
    var task = new FutureTask<Read>(() -> sound(content));
    task.run();
    if (task.state() == java.util.concurrent.Future.State.SUCCESS) {
      return task.resultNow();
    }
    LOG.log(
        System.Logger.Level.INFO, "a roll could not be read: {0}", task.exceptionNow().getClass());
    return new Read.Unfit(RollRefusal.NOT_A_SHEET);
  }

  private static Read sound(byte[] content) throws IOException {
    if (!unpacks(content)) {
      return new Read.Unfit(RollRefusal.TOO_LARGE);
    }
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(content));
        var rows = book.getFirstSheet().openStream()) {
      return lines(rows.iterator());
    }
  }

  private static Read lines(java.util.Iterator<Row> rows) {
    var lines = new ArrayList<Line>();
    var columns = rows.hasNext() ? head(rows.next()) : Map.<Integer, Column>of();
    for (var column : Column.values()) {
      if (column.required() && !columns.containsValue(column)) {
        return new Read.Unfit(RollRefusal.NO_HEAD);
      }
    }
    while (rows.hasNext()) {
      var line = line(rows.next(), columns);
      if (line.cells().values().stream().anyMatch(cell -> !cell.isEmpty())) {
        lines.add(line);
      }
      if (lines.size() > MOST_LINES) {
        return new Read.Unfit(RollRefusal.TOO_MANY);
      }
    }
    return lines.isEmpty() ? new Read.Unfit(RollRefusal.EMPTY) : new Read.Lines(lines);
  }

  private static Map<Integer, Column> head(Row row) {
    var columns = new java.util.HashMap<Integer, Column>();
    for (int i = 0; i < row.getCellCount(); i++) {
      int at = i;
      Column.of(text(row, i)).ifPresent(column -> columns.put(at, column));
    }
    return columns;
  }

  private static Line line(Row row, Map<Integer, Column> columns) {
    var cells = new EnumMap<Column, String>(Column.class);
    columns.forEach(
        (at, column) -> cells.put(column, column == Column.DAY ? day(row, at) : text(row, at)));
    return new Line(row.getRowNum(), cells);
  }

  /** A day as ISO text, whether the cell is a date or somebody's text. */
  private static String day(Row row, int at) {
    var cell = at < row.getCellCount() ? row.getCell(at) : null;
    if (cell == null
        || cell.getType() != CellType.NUMBER
        || cell.asNumber().compareTo(BigDecimal.valueOf(100_000)) > 0) {
      return text(row, at);
    }
    return cell.asDate().toLocalDate().toString();
  }

  private static String text(Row row, int at) {
    var cell = at < row.getCellCount() ? row.getCell(at) : null;
    var text = cell == null ? "" : plain(cell).strip();
    return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
  }

  private static String plain(Cell cell) {
    return cell.getType() == CellType.NUMBER
        ? cell.asNumber().stripTrailingZeros().toPlainString()
        : String.valueOf(cell.getText());
  }

  /** Counts what the archive really unpacks to, without keeping it. */
  private static boolean unpacks(byte[] content) throws IOException {
    var buffer = new byte[1 << 16];
    long left = UNPACKED;
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      var entries = Collections.list(zip.getEntries());
      for (var entry : entries) {
        try (var in = zip.getInputStream(entry)) {
          for (int n = in.read(buffer); n > 0 && left >= 0; n = in.read(buffer)) {
            left -= n;
          }
        }
      }
      return left >= 0 && entries.size() <= ENTRIES;
    }
  }
}
