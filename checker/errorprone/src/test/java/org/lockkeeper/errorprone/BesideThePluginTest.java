package org.lockkeeper.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Error Prone and the plain plugin in one javac. */
class BesideThePluginTest {
  private static final String RACE =
      """
      import java.util.concurrent.*;
      class T {
        final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();
        void put(String k) {
          if (!map.containsKey(k)) {
            map.put(k, k);
          }
        }
      }
      """;

  @TempDir Path work;

  private String javac(String... options) throws Exception {
    Path file = Files.writeString(work.resolve("T.java"), RACE);
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--should-stop=ifError=FLOW", "-d", work.toString()));
    all.addAll(List.of("-processorpath", System.getProperty("java.class.path")));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Diagnostic<? extends JavaFileObject>> found = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      compiler
          .getTask(
              new StringWriter(),
              files,
              found::add,
              all,
              null,
              files.getJavaFileObjects(file.toFile()))
          .call();
    }
    return found.stream()
        .map(d -> d.getKind() + ": " + d.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void thePluginReportsOnceAndANoteSaysSo() throws Exception {
    String said = javac("-Xplugin:ErrorProne", "-Xplugin:Lockkeeper", "-XDcompilePolicy=simple");
    assertThat(said)
        .containsOnlyOnce("[UnguardedCheckThenAct]")
        .contains("NOTE: [Lockkeeper] findings are reported by -Xplugin:Lockkeeper")
        .doesNotContain("(see docs/checks");
  }

  @Test
  void aloneErrorProneReports() throws Exception {
    assertThat(javac("-Xplugin:ErrorProne", "-XDcompilePolicy=simple"))
        .containsOnlyOnce("[UnguardedCheckThenAct]")
        .contains("(see docs/checks/UnguardedCheckThenAct.md")
        .doesNotContain("NOTE");
  }

  @Test
  void filesMayComeOneByOne() throws Exception {
    assertThat(javac("-Xplugin:ErrorProne", "-XDcompilePolicy=byfile"))
        .containsOnlyOnce("[UnguardedCheckThenAct]");
  }
}
