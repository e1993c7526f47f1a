package org.bihuan.foundation.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Papers printed to PDF; one is left in target to be looked at. */
class PrintedPaperTests {

  @Test
  void carriesWhatItUsesOfTheFontAndNothingThatActs() throws IOException {
    var pdf =
        PrintedPaper.of(
            "<html><head><style>body { font-family: 'Noto Sans SC' }</style></head>"
                + "<body><h1>事项回执</h1><p>路灯不亮 ABCD-2345</p></body></html>");
    Files.write(Path.of("target/printed.pdf"), pdf);
    var text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertThat(text).startsWith("%PDF-").contains("/Length1");
    assertThat(text).doesNotContain("/JavaScript", "/Launch");
    assertThat(pdf).hasSizeLessThan(60_000);
  }

  @Test
  void fetchesNothing() throws IOException {
    var pdf =
        PrintedPaper.of(
            "<html><body><img src=\"file:///etc/hostname\"/><img src=\"http://127.0.0.1:9/x\"/>"
                + "<p>x</p></body></html>");
    assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).doesNotContain("/Image");
  }
}
