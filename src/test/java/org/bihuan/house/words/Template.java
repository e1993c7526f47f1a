package org.bihuan.house.words;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bihuan.house.Worktree;

/**
 * A page template, reduced to what a reader would see if nothing were filled in: expressions,
 * control lines, comments, scripts and styles are gone, blocks passed to other templates stay.
 *
 * @param path where it lies
 * @param text its source
 */
record Template(Path path, String text) {

  private static final Pattern UNSEEN =
      Pattern.compile(
          "<%--.*?--%>|<!--.*?-->|<script\\b.*?</script>|<style\\b.*?</style>|@import [^\\n]*|@param [^\\n]*",
          Pattern.DOTALL);
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "\\b(?:alt|title|placeholder|aria-label|aria-description|label)\\s*=\\s*\"([^\"]*)\"");
  private static final Pattern BUTTON_VALUE =
      Pattern.compile("<input\\b[^>]*type=\"(?:submit|button|reset)\"[^>]*\\bvalue=\"([^\"]*)\"");
  private static final Pattern TAG =
      Pattern.compile("<[/!a-zA-Z](?:\"[^\"]*\"|[^>\"])*>", Pattern.DOTALL);
  private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");
  private static final Pattern COMMENT = Pattern.compile("<%--.*?--%>|<!--.*?-->", Pattern.DOTALL);
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}][^\\n<>]*");

  static List<Template> under(Path folder, String ending) {
    return Worktree.files(folder, ending).stream()
        .map(path -> new Template(path, Worktree.read(path)))
        .toList();
  }

  /** Words that stand in the template itself, where no other language can reach them. */
  List<String> untranslated() {
    var html = withoutCode(UNSEEN.matcher(text).replaceAll(" "));
    var found = new ArrayList<String>();
    ATTRIBUTE.matcher(html).results().forEach(m -> words(m.group(1), found));
    BUTTON_VALUE.matcher(html).results().forEach(m -> words(m.group(1), found));
    words(TAG.matcher(html).replaceAll("\n"), found);
    return found.stream()
        .map(words -> Worktree.shown(path) + " says \"" + words + "\" itself")
        .toList();
  }

  /** Chinese anywhere but in a comment, expressions too. */
  List<String> chinese() {
    return HAN.matcher(COMMENT.matcher(text).replaceAll(" "))
        .results()
        .map(m -> Worktree.shown(path) + " says \"" + m.group() + "\" itself")
        .toList();
  }

  private static void words(String shown, List<String> found) {
    WORD.matcher(ENTITY.matcher(shown).replaceAll(" "))
        .results()
        .forEach(m -> found.add(m.group().strip()));
  }

  private static String withoutCode(String source) {
    var seen = new StringBuilder();
    int at = 0;
    while (at < source.length()) {
      int code = codeLength(source, at);
      if (code == 0) {
        seen.append(source.charAt(at));
        at++;
      } else {
        seen.append(blocks(source.substring(at, at + code)));
        at += code;
      }
    }
    return seen.toString();
  }

  /** How far an expression or control word reaches from here; zero if there is none. */
  private static int codeLength(String source, int at) {
    var opens = Pattern.compile("\\G(?:\\$unsafe\\{|[$!]\\{|@[a-z][\\w.]*\\s*\\(|@[a-z][\\w.]*)");
    var matcher = opens.matcher(source);
    if (!matcher.find(at) || matcher.start() != at) {
      return 0;
    }
    var last = source.charAt(matcher.end() - 1);
    if (last == '{' || last == '(') {
      return closing(source, matcher.end() - 1) - at + 1;
    }
    return matcher.end() - at;
  }

  /** The place of the bracket that closes the one here, past strings and nested blocks. */
  private static int closing(String source, int open) {
    int depth = 0;
    for (int i = open; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '"') {
        i = endOfString(source, i);
      } else if (c == '@' && source.startsWith("@`", i)) {
        i = Math.max(i, source.indexOf('`', i + 2));
      } else if (c == '(' || c == '{') {
        depth++;
      } else if (c == ')' || c == '}') {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return source.length() - 1;
  }

  private static int endOfString(String source, int quote) {
    int i = quote + 1;
    while (i < source.length() && source.charAt(i) != '"') {
      i += source.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }

  private static String blocks(String code) {
    var inner = new StringBuilder(" ");
    Pattern.compile("@`(.*?)`", Pattern.DOTALL)
        .matcher(code)
        .results()
        .forEach(m -> inner.append('\n').append(withoutCode(m.group(1))).append('\n'));
    return inner.toString();
  }
}
