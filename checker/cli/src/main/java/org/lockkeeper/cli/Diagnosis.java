package org.lockkeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.FactFile;
import org.lockkeeper.facts.FactSyntaxException;

/** Whether the checks run in a build, and what stands in their way. */
final class Diagnosis {
  private static final String PLUGIN = "Lockkeeper";
  private static final String ERROR_PRONE = "ErrorProne";
  private static final int OLDEST_ERROR_PRONE = 42;
  private static final int LAST_ERROR_PRONE_FOR_17 = 42;

  private final Setup setup;
  private final Path folder;
  private final int java;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param folder that the build runs in
   * @param java the feature release of the JDK that it runs on
   */
  Diagnosis(Setup setup, Path folder, int java) {
    this.setup = setup;
    this.folder = folder;
    this.java = java;
    look();
  }

  /** Who reports: {@code -Xplugin:Lockkeeper}, Error Prone, or nobody. */
  String reporter() {
    if (setup.runs(PLUGIN)) {
      return "-Xplugin:Lockkeeper";
    }
    boolean within = setup.runs(ERROR_PRONE) && setup.ours().isPresent();
    return within ? "Error Prone" : "nobody";
  }

  /** What is wrong, and what to do about it. */
  List<String> problems() {
    return problems;
  }

  private void look() {
    when(java < 17, "the build's JDK is " + java + ": the jar needs 17 or newer");
    activation();
    if (setup.runs(ERROR_PRONE)) {
      errorProne();
    }
    when(
        setup.quiet() && !reporter().equals("nobody"),
        "warnings are switched off, and findings with them");
    for (String word : setup.arguments()) {
      when(
          List.of("-check", "-models", "-strict", "-only", "-exclude", "-cache")
              .contains(word.split("\\s")[0]),
          word + " stands alone: the plugin's options belong into the same argument as its name");
    }
    when(lombokIsLate(), "Lombok stands behind Lockkeeper on the processor path: put it first");
    setup.models().forEach(this::model);
  }

  private void activation() {
    boolean on = setup.runs(PLUGIN) || setup.runs(ERROR_PRONE);
    boolean there = setup.ours().isPresent();
    when(
        !there && setup.runs(PLUGIN),
        "org.lockkeeper:lockkeeper is not on the processor path: javac will not find the plugin");
    when(
        there && !on,
        "the jar is on the processor path, but nothing switches it on: add -Xplugin:Lockkeeper");
    when(
        !there && !setup.runs(PLUGIN),
        "Lockkeeper is not part of this build: add org.lockkeeper:lockkeeper to the processor path"
            + (on ? "" : " and -Xplugin:Lockkeeper to javac's arguments"));
    when(
        there && setup.runs(PLUGIN) && setup.runs(ERROR_PRONE),
        "both -Xplugin:Lockkeeper and Error Prone could report: the plugin does, and -Xep flags"
            + " for our checks have no effect");
  }

  private void errorProne() {
    when(
        setup.arguments().stream().noneMatch(a -> a.startsWith("-XDcompilePolicy=")),
        "Error Prone needs -XDcompilePolicy=simple");
    when(
        setup.arguments().contains("-XDcompilePolicy=byfile"),
        "-XDcompilePolicy=byfile hides what happens across files: say simple");
    when(
        setup.openings().isEmpty(),
        "Error Prone needs javac's packages open: --add-exports in .mvn/jvm.config, or with fork");
    Optional<Setup.Artifact> core = setup.errorProne();
    when(core.isEmpty(), "error_prone_core is not on the processor path");
    int minor = core.map(a -> minor(a.version())).orElse(-1);
    when(
        minor >= 0 && minor < OLDEST_ERROR_PRONE,
        "Error Prone 2." + minor + " is too old: our checks need 2.42 or newer");
    when(
        minor > LAST_ERROR_PRONE_FOR_17 && java < 21,
        "Error Prone 2." + minor + " needs JDK 21; 2.42.0 is the last for JDK " + java);
  }

  /** Of {@code 2.42.0} the 42; -1 when it is not told. */
  private static int minor(String version) {
    String[] parts = version.split("\\.");
    boolean told = parts.length > 1 && parts[0].equals("2") && parts[1].matches("\\d{1,4}");
    return told ? Integer.parseInt(parts[1]) : -1;
  }

  private boolean lombokIsLate() {
    int lombok = setup.find("org.projectlombok", "lombok").map(setup.path()::indexOf).orElse(-1);
    int ours = setup.ours().map(setup.path()::indexOf).orElse(-1);
    return ours >= 0 && lombok > ours;
  }

  private void model(String name) {
    if (name.contains("$")) {
      return;
    }
    try {
      FactFile.parse(name, Files.readString(folder.resolve(name)));
    } catch (FactSyntaxException malformed) {
      problems.add("model " + malformed.getMessage());
    } catch (IOException unreadable) {
      problems.add("model " + name + " cannot be read");
    }
  }

  private void when(boolean wrong, String what) {
    if (wrong) {
      problems.add(what);
    }
  }
}
