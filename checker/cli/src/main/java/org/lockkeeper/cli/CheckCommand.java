package org.lockkeeper.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.PackagedModels;
import org.lockkeeper.check.Settings;
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
      "  lockkeeper check -cp 'lib/*' --checks LockOrderInversion=error src/main/java"
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

  CheckCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() {
    Verdict verdict = new Verdict(io, options, new SourceTexts(io.base(), List.of()));
    options.checkOutput(io);
    List<Path> classpath = options.classpath(io);
    List<Settings.Model> packaged = PackagedModels.on(classpath, io::say);
    ErrorProne theirs = alone ? ErrorProne.none() : ErrorProne.of(options);
    Settings settings = options.settings(io, packaged, theirs.checks());
    try (OwnAnnotations own = OwnAnnotations.copy()) {
      Opened opened = new Sources(io, options, theirs).open(inputs, own.behind(classpath));
      return verdict.on(opened, settings, program -> Analysis.run(program, settings), "check");
    }
  }
}
