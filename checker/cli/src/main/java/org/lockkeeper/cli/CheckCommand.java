package org.lockkeeper.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.lockkeeper.bytecode.ClassFiles;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.PackagedModels;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Settings;
import org.lockkeeper.edit.Rounds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockkeeper check}: analyses source. */
@Command(
    name = "check",
    description = "Analyses Java source; compiles in memory, missing dependencies are tolerated.",
    footer = {
      "",
      "Exit codes:",
      "  0  no finding at the threshold",
      "  1  findings",
      "  2  bad usage or input; a file that does not parse is named, and the rest",
      "     is analysed and reported",
      "  3  internal fault",
      "",
      "Example:",
      "  lockkeeper check -cp 'lib/*' --checks LockOrderInversion=error src/main/java",
      "  lockkeeper check --fix=diff src/main/java"
    })
final class CheckCommand implements Callable<Integer> {

  private final Io io;

  @Mixin private Options options;

  @Parameters(arity = "1..*", paramLabel = "SRC", description = "Java files, or folders of them.")
  private List<Path> inputs;

  @Option(
      names = "--no-error-prone",
      description = "Leave out Error Prone's own concurrency checks.")
  private boolean alone;

  @Option(
      names = "--fix",
      arity = "0..1",
      fallbackValue = "apply",
      paramLabel = "diff",
      description =
          "Apply the fixes of findings to the sources, and report what is left; --fix=diff changes"
              + " nothing and prints a unified diff instead.")
  private Fixing.Mode fix;

  private List<Opened> opened;

  CheckCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    SourceTexts sources = new SourceTexts(io.base(), List.of());
    Verdict verdict = new Verdict(io, options, sources);
    options.checkOutput(io);
    List<Path> classpath = options.classpath(io);
    List<Settings.Model> packaged = PackagedModels.on(classpath, io::say);
    ErrorProne theirs = neighbours();
    Settings settings = options.settings(io, packaged, theirs.checks());
    List<Path> files = Sources.files(io, inputs);
    try (ClassPath path = ClassPath.of(classpath, options.outlines());
        ClassFiles libraries = ClassFiles.open(path.entries(), options.release())) {
      options.cache().ifPresent(libraries::with);
      if (fix != null) {
        Function<Map<Path, String>, List<Opened>> door =
            changed -> open(files, path, libraries, changed);
        Rounds.Result result = fix(sources, door, settings);
        if (fix == Fixing.Mode.diff) {
          verdict.write(new Fixing(io, sources).diff(result.changed()));
          return verdict.code(result.before(), opened);
        }
        sources = new SourceTexts(io.base(), List.of());
        verdict = new Verdict(io, options, sources);
      }
      opened = open(files, path, libraries, Map.of());
      return verdict.on(opened, settings, program -> Analysis.run(program, settings), "check");
    }
  }

  private ErrorProne neighbours() {
    return alone ? ErrorProne.none() : ErrorProne.of(options);
  }

  private List<Opened> open(
      List<Path> files, ClassPath classpath, ClassFiles libraries, Map<Path, String> changed) {
    return Sources.open(
        files,
        part -> new Sources(io, options, neighbours()).open(part, classpath, libraries, changed));
  }

  private Rounds.Result fix(
      SourceTexts sources, Function<Map<Path, String>, List<Opened>> door, Settings settings) {
    Fixing fixing = new Fixing(io, sources);
    Rounds.Result result =
        fixing.run(
            changed -> {
              opened = door.apply(changed);
              Verdict verdict =
                  new Verdict(io, options, sources, file -> sources.text(file, changed));
              Report report =
                  verdict.mended(opened, settings, program -> Analysis.run(program, settings));
              return new Rounds.Analysed(report, opened.stream().mapToInt(Opened::errors).sum());
            });
    if (fix == Fixing.Mode.apply) {
      fixing.write(result.changed());
    }
    fixing.say(result, fix);
    return result;
  }
}
