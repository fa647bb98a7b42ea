package org.lockkeeper.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The layers of docs/architecture.md: what each package may see. */
class LayersTest {

  /**
   * What a package may depend on.
   *
   * @param own our packages, by their last name
   * @param others name prefixes of packages that are not ours, besides {@code java}
   */
  private record Layer(String name, List<String> own, List<String> others) {
    Layer(String name, String... own) {
      this(name, List.of(own), List.of());
    }

    Layer and(String... packages) {
      return new Layer(name, own, List.of(packages));
    }

    boolean allows(JavaClass other) {
      JavaClass type = other.getBaseComponentType();
      String packageName = type.getPackageName();
      return type.isPrimitive()
          || packageName.equals("java")
          || packageName.startsWith("java.")
          || others.stream().anyMatch(packageName::startsWith)
          || packageName.equals("org.lockkeeper." + name)
          || own.stream().anyMatch(o -> packageName.equals("org.lockkeeper." + o));
    }
  }

  private static final List<Layer> LAYERS =
      List.of(
          new Layer("annotations"),
          new Layer("ir"),
          new Layer("facts", "ir"),
          new Layer("flow", "facts", "ir"),
          new Layer("interprocedural", "flow", "facts", "ir"),
          // Three kinds of questions that know nothing of each other.
          new Layer("order", "interprocedural", "flow", "facts", "ir"),
          new Layer("sharing", "interprocedural", "flow", "facts", "ir"),
          new Layer("cooperation", "interprocedural", "flow", "facts", "ir"),
          new Layer(
              "check", "order", "sharing", "cooperation", "interprocedural", "flow", "facts", "ir"),
          new Layer(
                  "checks",
                  "check",
                  "order",
                  "sharing",
                  "cooperation",
                  "interprocedural",
                  "flow",
                  "facts",
                  "ir")
              .and("com.google.auto.service"),
          new Layer("report", "check", "ir"),
          // Both doors make a check.Program of what they read.
          new Layer("bytecode", "ir", "check").and("org.objectweb.asm"),
          // Fixes are carried out on parsed text, whichever door the findings came through.
          new Layer("edit", "check", "flow", "facts", "ir")
              .and("com.sun.source", "javax.tools", "javax.lang.model"),
          // The plugin is a driver that lives beside its door: it runs checks and prints reports.
          new Layer("javac", "ir", "facts", "check", "report", "edit", "bytecode")
              .and(
                  "com.sun.source",
                  "javax.tools",
                  "javax.lang.model",
                  "javax.annotation.processing"),
          new Layer("errorprone", "ir", "check", "report", "javac")
              .and(
                  "com.google.errorprone",
                  "com.google.common",
                  "com.sun.source",
                  "com.sun.tools.javac",
                  "javax.tools"),
          new Layer("sarif", "ir", "check", "report", "edit")
              .and("com.contrastsecurity.sarif", "com.fasterxml.jackson"),
          new Layer(
                  "cli",
                  "annotations",
                  "ir",
                  "facts",
                  "order",
                  "check",
                  "report",
                  "edit",
                  "bytecode",
                  "javac",
                  // Not the driver, but Error Prone's own checks, which are kept beside it.
                  "errorprone",
                  "sarif")
              .and(
                  "picocli",
                  "com.sun.source",
                  "javax.xml",
                  "org.w3c.dom",
                  "org.xml.sax",
                  "me.tongfei.progressbar",
                  "com.fasterxml.jackson",
                  "com.contrastsecurity.sarif",
                  "com.github.difflib",
                  "com.fasterxml.jackson",
                  "javax.tools",
                  "javax.lang.model"));

  private static final JavaClasses OURS = importMain();

  private static JavaClasses importMain() {
    List<Path> folders = new ArrayList<>();
    Path root = Repository.root();
    for (String module : List.of("analysis", "bytecode", "javac", "errorprone", "sarif", "cli")) {
      folders.add(root.resolve("checker").resolve(module).resolve("target/classes"));
    }
    folders.add(root.resolve("annotations/target/classes"));
    return new ClassFileImporter()
        .importPaths(folders.stream().filter(Files::isDirectory).toList());
  }

  @TestFactory
  Stream<DynamicTest> everyPackageSeesOnlyItsLayer() {
    return LAYERS.stream()
        .map(
            layer ->
                DynamicTest.dynamicTest(
                    layer.name(),
                    () ->
                        classes()
                            .that()
                            .resideInAPackage("org.lockkeeper." + layer.name())
                            .should()
                            .onlyDependOnClassesThat(
                                com.tngtech.archunit.base.DescribedPredicate.describe(
                                    "are in " + layer.own() + " or " + layer.others(),
                                    layer::allows))
                            .allowEmptyShould(true)
                            .check(OURS)));
  }

  @Test
  void everyPackageIsALayer() {
    List<String> names = LAYERS.stream().map(l -> "org.lockkeeper." + l.name()).toList();
    classes()
        .should()
        .resideInAnyPackage(names.toArray(String[]::new))
        .because("a package without a layer is looked at by nobody")
        .check(OURS);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("org.lockkeeper.(*)").should().beFreeOfCycles().check(OURS);
  }

  /** Names that are part of the language, and our own. */
  private static final Pattern LIBRARY =
      Pattern.compile(
          "\"(?!java\\.lang\\.|org\\.lockkeeper)"
              + "((?:java|javax|jakarta|jdk|org|com|io|net|kotlin|reactor|android)\\.[\\w.$]*)\"");

  /** What the engine has to name all the same, and why. */
  private static final Map<String, String> NAMED =
      Map.of(
          "java.io.ObjectInputStream",
              "part of a signature that the language's serialization calls",
          "java.util.concurrent.TimeUnit", "how long to wait, in signatures of home-made locks",
          "java.time.Duration", "the same",
          "java.io.IOException", "declared by what speaks with something outside",
          "java.", "the platform's types, whatever they are called",
          "java.util.", "factories of collections, whatever their names");

  @Test
  void theEngineNamesNoLibrary() {
    List<String> found = new ArrayList<>();
    for (Path source : Repository.mainSources()) {
      boolean engine = Repository.named(source).startsWith("checker/analysis/");
      for (MatchResult name :
          engine ? LIBRARY.matcher(Case.read(source)).results().toList() : List.<MatchResult>of()) {
        if (!NAMED.containsKey(name.group(1))) {
          found.add(Repository.named(source) + " names " + name.group(1));
        }
      }
    }
    assertThat(found).as("write it into models/, where others can be added").isEmpty();
  }
}
