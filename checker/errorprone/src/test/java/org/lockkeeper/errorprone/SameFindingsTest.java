package org.lockkeeper.errorprone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Analysis;

/** Within Error Prone the checks find what they find as a plugin. */
class SameFindingsTest {
  private static final Path TESTDATA = Path.of("../../testdata");
  private static final Path OUTLINES = Path.of("../outlines/target/outlines.jar");
  private static final String SHOWN = ".expected";
  private static final Pattern NAMED = Pattern.compile("^\\[(\\w+)\\] ");

  @TempDir Path work;

  /** The case of each check whose whole report is shown. */
  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (About about : Analysis.checks()) {
      try (Stream<Path> files = Files.list(TESTDATA.resolve(about.name()))) {
        for (Path each : files.filter(f -> f.toString().endsWith(SHOWN)).sorted().toList()) {
          String name = each.getFileName().toString().replace(SHOWN, "");
          Path source = each.resolveSibling(name + ".java");
          if (Files.exists(source)) {
            tests.add(DynamicTest.dynamicTest(about.name() + "/" + name, () -> agree(source)));
          }
        }
      }
    }
    tests.add(
        DynamicTest.dynamicTest(
            "at a class",
            () -> agree(TESTDATA.resolve("LockOrderViolation/CyclicDeclaration.java"))));
    return tests.stream();
  }

  private void agree(Path source) throws IOException {
    List<String> plugin = javac(source, "-Xplugin:Lockkeeper");
    assertThat(javac(source, "-Xplugin:ErrorProne -XepAllErrorsAsWarnings")).isEqualTo(plugin);
    assertThat(plugin).isNotEmpty();
  }

  private List<String> javac(Path source, String plugin) throws IOException {
    List<String> options = new ArrayList<>(List.of(plugin, "-XDcompilePolicy=simple"));
    options.addAll(List.of("--should-stop=ifError=FLOW", "-d", work.toString()));
    String ours = System.getProperty("java.class.path");
    options.addAll(List.of("-processorpath", ours));
    options.addAll(List.of("-classpath", OUTLINES + File.pathSeparator + ours));
    options.addAll(List.of("-sourcepath", TESTDATA.resolve("stubs").toString()));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    TreeSet<String> found = new TreeSet<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      compiler
          .getTask(
              new StringWriter(),
              files,
              diagnostic -> name(diagnostic).ifPresent(found::add),
              options,
              null,
              files.getJavaFileObjects(source.toFile()))
          .call();
    }
    return List.copyOf(found);
  }

  /** {@code line:column Check} of our findings. */
  private static Optional<String> name(Diagnostic<? extends JavaFileObject> diagnostic) {
    Matcher named = NAMED.matcher(diagnostic.getMessage(Locale.ROOT));
    boolean ours =
        named.find() && Analysis.checks().stream().anyMatch(a -> a.name().equals(named.group(1)));
    return ours
        ? Optional.of(
            diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + " " + named.group(1))
        : Optional.empty();
  }
}
