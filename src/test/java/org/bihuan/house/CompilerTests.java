package org.bihuan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The compiler refuses what the style forbids: bad snippets are compiled with the very arguments of
 * the build file. Runs in its own step of the build, which has the checks on its class path.
 */
class CompilerTests {

  private static final Pattern ARGUMENT = Pattern.compile("<arg>(?!-J)(.*?)</arg>");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "NullArgument, [NullAway] passing @Nullable parameter",
    "NullInBox, [NullAway] dereferenced expression",
    "IgnoredReturn, [ReturnValueIgnored]",
    "ForgottenCase, does not cover all possible input values",
    "RawType, found raw type"
  })
  void refuses(String snippet, String says) {
    assertThat(errors(snippet)).isNotEmpty();
    assertThat(errors(snippet).toString()).contains(says);
  }

  @Test
  void takesWhatIsGood() {
    assertThat(errors("Good")).isEmpty();
  }

  private List<String> errors(String snippet) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var found = new DiagnosticCollector<JavaFileObject>();
    var file = Worktree.FIXTURES.resolve("compiler/" + snippet + ".java.txt");
    var task =
        compiler.getTask(null, null, found, options(), null, List.of(new SourceFile.Input(file)));
    var compiled = task.call();
    var said = found.getDiagnostics().stream().map(one -> one.getMessage(Locale.ENGLISH)).toList();
    return compiled ? List.of() : said;
  }

  private List<String> options() {
    var options = new ArrayList<String>();
    var pom = Worktree.read(Worktree.ROOT.resolve("pom.xml"));
    ARGUMENT.matcher(pom).results().forEach(m -> options.add(m.group(1)));
    assertThat(options).anyMatch(one -> one.startsWith("-Xplugin:ErrorProne"));
    var classPath = System.getProperty("java.class.path");
    options.addAll(List.of("--release", "25", "-d", folder.toString()));
    options.addAll(List.of("-classpath", classPath, "-processorpath", classPath));
    return options;
  }
}
