package org.bihuan.foundation.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/**
 * A page printed to PDF, for saving. It is XHTML that holds everything it shows: nothing is fetched
 * while it is drawn. What of the font is used travels with the file.
 */
public final class PrintedPaper {

  private static final String FONT = "fonts/NotoSansSC-Regular.ttf";
  private static final int WEIGHT = 400;

  static {
    XRLog.setLoggingEnabled(false); // it tells of every step, past our log
  }

  private PrintedPaper() {}

  /** The finished file. */
  public static byte[] of(String xhtml) throws IOException {
    var pdf = new ByteArrayOutputStream();
    new PdfRendererBuilder()
        .useFont(PrintedPaper::font, "Noto Sans SC", WEIGHT, FontStyle.NORMAL, true)
        .useUriResolver((base, address) -> address.startsWith("data:") ? address : null)
        .withHtmlContent(xhtml, null)
        .toStream(pdf)
        .run();
    return pdf.toByteArray();
  }

  private static InputStream font() {
    try {
      return new ClassPathResource(FONT).getInputStream();
    } catch (IOException e) {
      throw new UncheckedIOException("the font of printed papers is missing", e);
    }
  }
}
