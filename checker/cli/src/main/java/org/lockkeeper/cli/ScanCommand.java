package org.lockkeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lockkeeper.bytecode.BytecodeProgram;
import org.lockkeeper.check.PackagedModels;
import org.lockkeeper.check.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockkeeper scan}: analyses class files. */
@Command(
    name = "scan",
    description = "Analyses a built program: jars (with jars inside), wars, folders of classes.",
    footer = {
      "",
      "Exit codes as for check. Class files that cannot be read are named and left out.",
      "",
      "Example:",
      "  lockkeeper scan -cp 'lib/*' --source-path src/main/java build/app.jar"
    })
final class ScanCommand implements Callable<Integer> {

  private final Io io;

  @Mixin private Options options;

  @Option(
      names = "--source-path",
      paramLabel = "DIR",
      description = "Where the sources are, to show their lines and paths; repeatable.")
  private List<Path> sourcePath = List.of();

  @Parameters(arity = "1..*", paramLabel = "JAR|DIR", description = "What to analyse.")
  private List<Path> inputs;

  ScanCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    options.checkOutput(io);
    List<Path> classpath = options.classpath(io);
    Settings settings = options.settings(io, PackagedModels.on(classpath, io::say), List.of());
    List<Path> scanned = inputs.stream().map(io.base()::resolve).toList();
    for (int i = 0; i < scanned.size(); i++) {
      if (!Files.exists(scanned.get(i))) {
        throw new BadInput("no such file or folder: " + inputs.get(i));
      }
    }
    Verdict verdict = new Verdict(io, options, new SourceTexts(io.base(), sourcePath));
    try (BytecodeProgram program = BytecodeProgram.open(scanned, classpath, options.release())) {
      int classes = program.classes().size();
      if (classes == 0) {
        program.messages().forEach(io::say);
        throw new BadInput("no classes to analyse");
      }
      Opened opened =
          new Opened(program, classes, "class", List.of(), program::messages, ErrorProne.none());
      return verdict.on(opened, settings, "scan");
    }
  }
}
