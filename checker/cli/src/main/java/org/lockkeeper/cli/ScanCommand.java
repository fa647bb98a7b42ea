package org.lockkeeper.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lockkeeper.bytecode.BytecodeProgram;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.PackagedModels;
import org.lockkeeper.check.Program;
import org.lockkeeper.check.Report;
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

  @Option(
      names = "--facts-out",
      paramLabel = "FILE",
      description = "Also write what 'lockkeeper merge' needs to know of the locks.")
  private Path factsOut;

  @Option(
      names = "--module",
      paramLabel = "NAME",
      description = "The program's name in that file; default: the names of what is scanned.")
  private String module;

  @Parameters(
      arity = "1..*",
      paramLabel = "JAR|DIR|jrt:/MODULE",
      description = "What to analyse; jrt:/java.naming is a module of the running JDK.")
  private List<String> inputs;

  ScanCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    options.checkOutput(io);
    List<Path> classpath = options.classpath(io);
    List<Path> scanned = inputs.stream().map(this::path).toList();
    for (int i = 0; i < scanned.size(); i++) {
      if (!Files.exists(scanned.get(i))) {
        throw new BadInput("no such file or folder: " + inputs.get(i));
      }
    }
    List<Path> all = Stream.concat(scanned.stream(), classpath.stream()).toList();
    Settings settings = options.settings(io, PackagedModels.on(all, io::say), List.of());
    Verdict verdict = new Verdict(io, options, new SourceTexts(io.base(), sourcePath));
    try (ClassPath path = ClassPath.of(classpath, options.outlines());
        BytecodeProgram program =
            BytecodeProgram.open(scanned, path.entries(), options.release())) {
      options.cache().ifPresent(program::with);
      int classes = program.classes().size();
      if (classes == 0) {
        program.messages().forEach(io::say);
        throw new BadInput("no classes to analyse");
      }
      Opened opened = Opened.binary(program, classes, "class", program::messages);
      return verdict.on(List.of(opened), settings, read -> analyse(read, settings), "scan");
    }
  }

  private Path path(String input) {
    try {
      return input.startsWith("jrt:/")
          ? FileSystems.getFileSystem(URI.create("jrt:/"))
              .getPath("modules", input.substring("jrt:/".length()))
          : io.base().resolve(input);
    } catch (InvalidPathException e) {
      throw new BadInput("no such file or folder: " + input);
    }
  }

  private Report analyse(Program program, Settings settings) {
    if (factsOut == null) {
      return Analysis.run(program, settings);
    }
    Path file = io.base().resolve(factsOut);
    return Analysis.run(program, settings, name(), locks -> LockFactsFile.write(locks, file));
  }

  private String name() {
    return module != null
        ? module
        : inputs.stream()
            .map(input -> path(input).normalize().getFileName().toString())
            .collect(Collectors.joining("+"));
  }
}
