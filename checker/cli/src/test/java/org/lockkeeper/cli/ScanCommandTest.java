package org.lockkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {

  private static final String RACE =
      """
      package demo;

      import java.util.Map;
      import java.util.concurrent.ConcurrentHashMap;

      class Cache {
        private final Map<String, String> cache = new ConcurrentHashMap<>();

        void fill(String k) {
          if (!cache.containsKey(k)) {
            cache.put(k, k + k);
          }
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void build() throws IOException {
    Path source = folder.resolve("src/demo/Cache.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, RACE);
    Path classes = Files.createDirectories(folder.resolve("classes"));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-g", "-d", "" + classes, "" + source);
    assertThat(code).isZero();
  }

  @Test
  void findsWhatCheckFinds() {
    Ran ran = Ran.in(folder, "scan", "classes");
    assertThat(ran.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(ran.out())
        .startsWith("demo/Cache.java:11: warning: [UnguardedCheckThenAct] ")
        .endsWith("\n1 finding (1 warning) in 1 class\n");
  }

  @Test
  void showsSourceWhereItIsTold() {
    assertThat(Ran.in(folder, "scan", "--source-path", "src", "classes").out())
        .startsWith("src/demo/Cache.java:11: warning: ")
        .contains("\n      cache.put(k, k + k);\n");
  }

  @Test
  void namesMethodsWhereLinesAreUnknown() {
    String source = folder.resolve("src/demo/Cache.java").toString();
    String classes = folder.resolve("classes").toString();
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-proc:none", "-g:none", "-d", classes, source);
    assertThat(Ran.in(folder, "scan", "classes").out())
        .contains("may change between containsKey and put, in Cache.fill(String)\n")
        .doesNotContain("line 0");
  }

  @Test
  void readsJars() throws IOException {
    try (OutputStream file = Files.newOutputStream(folder.resolve("app.jar"));
        JarOutputStream jar = new JarOutputStream(file)) {
      jar.putNextEntry(new JarEntry("demo/Cache.class"));
      jar.write(Files.readAllBytes(folder.resolve("classes/demo/Cache.class")));
      jar.closeEntry();
    }
    assertThat(Ran.in(folder, "scan", "app.jar")).isEqualTo(Ran.in(folder, "scan", "classes"));
  }

  @Test
  void readsModulesOfTheJdk() {
    Ran ran = Ran.in(folder, "scan", "jrt:/java.transaction.xa");
    assertThat(ran.out()).endsWith("no findings in 3 classes\n");
    assertThat(Ran.in(folder, "scan", "jrt:/java.nonsense").code()).isEqualTo(ExitCodes.BAD_INPUT);
  }

  @Test
  void refusesWhatHoldsNoClasses() throws IOException {
    Files.writeString(folder.resolve("broken.jar"), "no archive");
    Ran broken = Ran.in(folder, "scan", "broken.jar");
    assertThat(broken.code()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(broken.err()).contains("broken.jar: cannot be read: ").contains("no classes");
    Ran missing = Ran.in(folder, "scan", "nope.jar");
    assertThat(missing.code()).isEqualTo(ExitCodes.BAD_INPUT);
    assertThat(missing.err()).contains("no such file or folder: nope.jar");
  }

  @Test
  void skipsDamagedClassFiles() throws IOException {
    Files.writeString(folder.resolve("classes/demo/Bad.class"), "no class");
    Ran ran = Ran.in(folder, "scan", "classes");
    assertThat(ran.code()).isEqualTo(ExitCodes.FINDINGS);
    assertThat(ran.err().lines()).hasSize(1).first().asString().contains("demo/Bad");
  }
}
