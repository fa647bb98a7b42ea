package org.lockkeeper.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.lockkeeper.bytecode.BytecodeProgram;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Settings;

/** Class files that another compiler made, with its own forms of everything. */
class EclipseCompilerTest {
  private static final String CLOSE = "its line table puts the implicit close elsewhere";
  private static final String HEADS =
      "loop heads have other lines: one nest of loops is told twice";
  private static final String ENUMS = "its switches over an enum ask a table that a method makes";
  private static final String CAPTURED = "it does not record the names of captured variables";

  /** Cases whose verdict differs, and why. */
  private static final Map<String, String> DIFFERENT =
      Map.ofEntries(
          Map.entry("DeepCalls", CLOSE),
          Map.entry("ServerTasks", CLOSE),
          Map.entry("Histogram", CAPTURED),
          Map.entry("Statistics", CAPTURED),
          Map.entry("CapturedByTasks", CAPTURED),
          Map.entry("OrderBook", CAPTURED),
          Map.entry("TextbookCounters", CAPTURED),
          Map.entry("TextbookSections", CAPTURED),
          Map.entry("Costs", HEADS),
          Map.entry("FiberSteps", HEADS),
          Map.entry("VolatileStage", ENUMS),
          Map.entry("ServiceRaces", ENUMS + "; " + CAPTURED),
          Map.entry("WorkerLoops", "its switches over strings compare in another order"),
          Map.entry("ClientSections", "its `return a == b` returns in two places"));

  @TempDir Path work;

  @TestFactory
  Stream<DynamicTest> casesHaveTheSameVerdict() {
    return Case.list(Repository.root().resolve("testdata")).stream()
        .filter(folder -> Character.isUpperCase(folder.getFileName().toString().charAt(0)))
        .flatMap(folder -> Case.in(folder).stream())
        .filter(each -> each.sourceOnly().isEmpty() && each.release() == 17)
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> judge(each)));
  }

  private void judge(Case about) throws IOException {
    Path folder = Files.createTempDirectory(work, "case");
    Path classes = Files.createDirectory(folder.resolve("classes"));
    String errors = compile(about, folder, classes);
    assumeThat(errors).as("the compiler's own opinion of the case").isEmpty();
    Settings settings =
        new Settings(Map.of(), List.of(), about.strict(), List.of(), List.of(), about.release());
    try (BytecodeProgram program =
        BytecodeProgram.open(List.of(classes), ClassPath.entries(), about.release())) {
      Report report = Analysis.run(program, settings);
      assertThat(program.messages()).isEmpty();
      assertThat(report.notices()).isEmpty();
      List<String> faults = Judge.faults(about, report.findings(), List.of());
      if (DIFFERENT.containsKey(about.name())) {
        assertThat(faults).as("the same now, so drop it from the list").isNotEmpty();
      } else {
        assertThat(faults).isEmpty();
      }
    }
  }

  private static String compile(Case about, Path folder, Path classes) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("--release", "17", "-g", "-nowarn", "-proc:none"));
    command.addAll(List.of("-d", classes.toString(), "-cp"));
    command.add(
        ClassPath.entries().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    for (Case.Source each : about.sources()) {
      Path file = folder.resolve(InMemory.path(each));
      Files.createDirectories(file.getParent());
      command.add(Files.writeString(file, each.text()).toString());
    }
    StringWriter errors = new StringWriter();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    String[] arguments = command.toArray(String[]::new);
    boolean done = BatchCompiler.compile(arguments, nowhere, new PrintWriter(errors), null);
    return done ? "" : errors.toString();
  }
}
