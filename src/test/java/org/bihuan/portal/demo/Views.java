package org.bihuan.portal.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;

/** The pages of the house, each as somebody who may see it. */
final class Views {

  /** Pages that show something only after a form was sent; the journeys look at them. */
  private static final List<String> ON_THE_WAY = List.of("/receipt/{code}");

  private Views() {}

  /** How pages can look. */
  enum Looks {
    LIGHT("size=0&theme=light"),
    DARK("size=0&theme=dark"),
    ELDER("size=20&theme=light"),
    CONTRAST("size=30&theme=contrast");

    private final String query;

    Looks(String query) {
      this.query = query;
    }

    String query() {
      return query;
    }
  }

  /**
   * A page and who looks at it.
   *
   * @param reader login of a member of the staff, {@code code tail} of somebody who follows a
   *     matter, empty for anybody
   * @param path where it is
   */
  record View(String reader, String path) {

    boolean shows(PathPattern pattern) {
      return ON_THE_WAY.contains(pattern.getPatternString())
          || pattern.matches(PathContainer.parsePath(path.replaceFirst("\\?.*", "")));
    }

    String at(String language, Looks look) {
      return path + (path.contains("?") ? "&" : "?") + "lang=" + language + "&" + look.query();
    }

    /** Name of its picture. */
    String name() {
      var words = (reader.replaceFirst(" .*", "") + path).replaceAll("[^A-Za-z0-9]+", "-");
      return words.equals("-") ? "home" : words.replaceFirst("^-", "");
    }
  }

  /** True for what answers GET with a page of ours. */
  static boolean isPage(RequestMappingInfo mapping, HandlerMethod method) {
    var verbs = mapping.getMethodsCondition().getMethods();
    boolean gets =
        verbs.isEmpty()
            || verbs.contains(org.springframework.web.bind.annotation.RequestMethod.GET);
    var type = method.getMethod().getReturnType();
    return gets
        && method.getBeanType().getName().startsWith("org.bihuan.")
        && !method.getBeanType().getName().startsWith("org.bihuan.portal.api.")
        && !method.getBeanType().getSimpleName().equals("ProblemPages")
        && (type == String.class || type.getSimpleName().equals("ModelAndView"))
        && type != ResponseEntity.class;
  }

  /** Every page, those of one reader together. */
  static List<View> all(JdbcClient jdbc) {
    var views = new ArrayList<View>();
    for (var path :
        List.of(
            "/",
            "/file",
            "/file/street-lamp",
            "/file/construction-permit",
            "/riders",
            "/guides",
            "/guides/construction-permit",
            "/track",
            "/sign-in",
            "/nowhere")) {
      views.add(new View("", path));
    }
    follower(jdbc, views);
    desk(jdbc, views);
    return views;
  }

  private static void follower(JdbcClient jdbc, List<View> views) {
    var story =
        Stories.book().stream()
            .filter(s -> s.state().equals("answered") && s.applicant() != null)
            .findFirst()
            .orElseThrow();
    var code = one(jdbc, "select code from cases.case_file where title = :x", story.matter().title());
    var phone = String.valueOf(java.util.Objects.requireNonNull(story.applicant()).phone());
    var reader = code + " " + phone.substring(phone.length() - 4);
    for (var path : List.of("", "/acts/confirm", "/acts/object", "/acts/withdraw")) {
      views.add(new View(reader, "/track/" + code + path));
    }
  }

  private static void desk(JdbcClient jdbc, List<View> views) {
    var newest =
        "select number from cases.case_file where state = :x and procedure = 'appeal' order by number limit 1";
    var received = "/desk/cases/" + one(jdbc, newest, "received");
    var working = "/desk/cases/" + one(jdbc, newest, "working");
    var closed = "/desk/cases/" + one(jdbc, newest, "closed");
    var pages =
        Map.of(
            "dispatcher",
            List.of("/desk?queue=all", received, received + "/acts/accept", received + "/acts/redirect"),
            "clerk",
            List.of("/desk", "/desk?q=%E8%B7%AF%E7%81%AF", "/desk/file", "/desk/file/noise"),
            "leader",
            List.of("/board", "/desk", working, working + "/clocks/handling", closed));
    pages.forEach((reader, paths) -> paths.forEach(path -> views.add(new View(reader, path))));
  }

  private static String one(JdbcClient jdbc, String sql, String value) {
    return jdbc.sql(sql).param("x", value).query(String.class).single();
  }
}
