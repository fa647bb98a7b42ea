package org.lockkeeper.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.BugCheckerRefactoringTestHelper;
import com.google.errorprone.BugPattern;
import com.google.errorprone.CompilationTestHelper;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ScannerSupplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;

/** The checks as Error Prone runs them. */
class AdapterTest {
  private static final String[] RACE = {
    "import java.util.concurrent.*;",
    "class T {",
    "  final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();",
    "  void put(String k) {",
    "    if (!map.containsKey(k)) {",
    "      // BUG: Diagnostic contains: [UnguardedCheckThenAct] `map` may change between",
    "      map.put(k, k);",
    "    }",
    "  }",
    "}"
  };

  @TempDir Path work;

  private CompilationTestHelper helper() {
    return CompilationTestHelper.newInstance(UnguardedCheckThenAct.class, getClass());
  }

  /** The race in silence, with a line changed. */
  private static String[] silent(String from, String to) {
    return Stream.of(RACE)
        .filter(Predicate.not(line -> line.contains("BUG:")))
        .map(line -> line.replace(from, to))
        .toArray(String[]::new);
  }

  @Test
  void runsOnTheVersionThatIsMeant() {
    String jar = BugChecker.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    String version = System.getProperty("lockkeeper.error-prone");
    assertThat(jar).endsWith("error_prone_check_api" + "-" + version + ".jar");
  }

  @Test
  void everyCheckIsThere() {
    List<BugChecker> all =
        ServiceLoader.load(BugChecker.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(each -> each.getClass().getName().startsWith("org.lockkeeper."))
            .toList();
    assertThat(all)
        .extracting(BugChecker::canonicalName)
        .containsExactlyInAnyOrderElementsOf(Analysis.checks().stream().map(About::name).toList());
    for (BugChecker each : all) {
      BugPattern pattern = each.getClass().getAnnotation(BugPattern.class);
      assertThat(pattern.link()).contains("docs/checks/" + each.canonicalName() + ".md");
      assertThat(pattern.summary()).isNotBlank();
    }
    assertThat(
            ScannerSupplier.fromBugCheckerClasses(
                    all.stream().<Class<? extends BugChecker>>map(BugChecker::getClass).toList())
                .get())
        .isNotNull();
  }

  @Test
  void reportsWithTheWholeMessageAndALink() {
    helper()
        .addSourceLines("T.java", silent("map.put(k, k);", "map.put(k, k); // want"))
        .expectNoDiagnostics()
        .setArgs("-Xep:UnguardedCheckThenAct:OFF")
        .doTest();
    helper()
        .addSourceLines(
            "T.java",
            silent("      map.put", "      // BUG: Diagnostic matches: whole\n      map.put"))
        .expectErrorMessage(
            "whole",
            message ->
                message.contains("thread 1")
                    && message.contains("reported because `map` is a ConcurrentHashMap")
                    && message.contains("(see docs/checks/UnguardedCheckThenAct.md"))
        .doTest();
  }

  @Test
  void findsWhatTakesTwoFiles() {
    CompilationTestHelper.newInstance(LockOrderInversion.class, getClass())
        .addSourceLines(
            "A.java",
            "class A {",
            "  static final Object ONE = new Object();",
            "  static final Object TWO = new Object();",
            "  void both() {",
            "    synchronized (ONE) {",
            "      // BUG: Diagnostic contains: lock order inversion",
            "      synchronized (TWO) { }",
            "    }",
            "  }",
            "}")
        .addSourceLines(
            "B.java",
            "class B {",
            "  void both() {",
            "    synchronized (A.TWO) {",
            "      synchronized (A.ONE) { }",
            "    }",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void suppressionsAreErrorPronesOwn() {
    String annotation = "@SuppressWarnings(\"UnguardedCheckThenAct\") ";
    helper().addSourceLines("T.java", silent("void put", annotation + "void put")).doTest();
    helper().addSourceLines("T.java", silent("class T", annotation + "class T")).doTest();
    helper()
        .addSourceLines(
            "T.java", silent("map.put(k, k)", annotation + "String old = map.put(k, k)"))
        .doTest();
    helper()
        .addSourceLines(
            "T.java",
            silent("class T", "@javax.annotation.processing.Generated(\"by hand\") class T"))
        .setArgs("-XepDisableWarningsInGeneratedCode")
        .doTest();
  }

  @Test
  void classesCanBeLeftOut() {
    helper()
        .addSourceLines("T.java", silent("", ""))
        .setArgs("-XepOpt:Lockkeeper:Exclude=U,T")
        .doTest();
    helper().addSourceLines("T.java", RACE).setArgs("-XepOpt:Lockkeeper:Only=T").doTest();
  }

  @Test
  void usersModelsAreRead() throws IOException {
    Path model = work.resolve("own.facts");
    Files.writeString(model, "T#pause()  blocks\n");
    String[] code = {
      "import org.lockkeeper.annotations.Cooperative;",
      "class T {",
      "  native void pause();",
      "  @Cooperative void task() {",
      "    // BUG: Diagnostic contains: [BlockingInCooperative]",
      "    pause();",
      "  }",
      "}"
    };
    CompilationTestHelper.newInstance(BlockingInCooperative.class, getClass())
        .addSourceLines("T.java", code)
        .setArgs("-XepOpt:Lockkeeper:Models=" + model)
        .doTest();
  }

  @Test
  void fixesAreSuggestedAndApplied() {
    BugCheckerRefactoringTestHelper.newInstance(UnguardedCheckThenAct.class, getClass())
        .addInputLines("T.java", silent("", ""))
        .addOutputLines(
            "T.java",
            "import java.util.concurrent.*;",
            "class T {",
            "  final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();",
            "  void put(String k) {",
            "    map.putIfAbsent(k, k);",
            "  }",
            "}")
        .doTest();
  }

  @Test
  void wrongFlagsAreErrors() {
    for (String wrong : List.of("Modles=x", "Models=no/such/file")) {
      helper()
          .addSourceLines(
              "T.java", silent("import", "// BUG: Diagnostic contains: [Lockkeeper]\nimport"))
          .matchAllDiagnostics()
          .setArgs("-XepOpt:Lockkeeper:" + wrong)
          .doTest();
    }
  }
}
