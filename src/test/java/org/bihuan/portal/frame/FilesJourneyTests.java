package org.bihuan.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A resident adds a photo, takes the receipt home, and staff who may see both. */
class FilesJourneyTests extends HouseVisits {

  private static final String EDGE = "----bihuan";
  private static final Pattern FILE = Pattern.compile("/files/([0-9a-f-]{36})");
  private String code = "";

  @BeforeEach
  void files() {
    var answer =
        send(
            form(
                "/file/street-lamp",
                csrf(),
                "step",
                "send",
                "key",
                java.util.UUID.randomUUID().toString(),
                "title",
                "路灯不亮",
                "facts.description",
                "三号楼门口路灯一直不亮",
                "area",
                "140213054",
                "applicant.name",
                "张秀英",
                "applicant.phone",
                "13903521234"));
    assertThat(answer.statusCode()).isEqualTo(302);
    code = answer.headers().firstValue("Location").orElse("").replaceAll(".*/receipt/", "");
  }

  private static byte[] png() {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private HttpRequest.Builder upload(String path, String name, byte[] content) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--"
                + EDGE
                + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + csrf()
                + "\r\n--"
                + EDGE
                + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                + name
                + "\"\r\nContent-Type: image/png\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return at(path)
        .header("Content-Type", "multipart/form-data; boundary=" + EDGE)
        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private String fileId(String page) {
    var found = FILE.matcher(page);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void showsWhatWasAddedToWhomItBelongsAndToNobodyElse() {
    var added = send(upload("/track/" + code + "/files", "灯.png", png()));
    assertThat(added.statusCode()).isEqualTo(302);
    var page = get("/track/" + code).body();
    assertThat(page).contains("已保存1个文件", "灯.png", "/small");
    var path = "/track/" + code + "/files/" + fileId(page);
    HttpResponse<String> content = get(path);
    assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(content.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("sandbox");
    assertThat(content.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(new Visitor(port).open(path).status()).isEqualTo(404);
    assertThat(new Visitor(port).open("/receipt/" + code + "/paper").path()).isEqualTo("/track");
  }

  @Test
  void saysWhyAFileWasNotKept() {
    send(upload("/track/" + code + "/files", "灯.png", "<html>".getBytes(StandardCharsets.UTF_8)));
    assertThat(get("/track/" + code).body()).contains("有1个文件没有保存", "文件内容与扩展名不符", "还没有附件");
  }

  @Test
  void saysThatAFileIsTooLargeOrItsFormBroken() {
    var path = "/track/" + code + "/files";
    assertThat(send(upload(path, "灯.png", new byte[21 * 1024 * 1024])).statusCode()).isEqualTo(413);
    var broken = at(path).header("Content-Type", "multipart/form-data");
    assertThat(send(broken.POST(HttpRequest.BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(400);
    assertThat(get("/track/" + code).body()).contains("还没有附件");
  }

  @Test
  void showsStaffWhatTheyMayRead() {
    send(upload("/track/" + code + "/files", "灯.png", png()));
    var id = fileId(get("/track/" + code).body());
    var number = jdbc.sql("select number from cases.case_file where code = ?").param(code);
    var path = "/desk/cases/" + number.query(String.class).single() + "/files/" + id;
    assertThat(get(path).headers().firstValue("Location").orElse("")).contains("/sign-in");
    signIn("handler", password);
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void givesTheReceiptAsAFile() throws IOException, InterruptedException {
    var cookie =
        cookies.getCookieStore().getCookies().stream()
            .map(one -> one.getName() + "=" + one.getValue())
            .collect(java.util.stream.Collectors.joining("; "));
    var answer =
        java.net.http.HttpClient.newHttpClient()
            .send(
                at("/receipt/" + code + "/paper").header("Cookie", cookie).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new String(answer.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    Files.write(Path.of("target/receipt.pdf"), answer.body());
  }
}
