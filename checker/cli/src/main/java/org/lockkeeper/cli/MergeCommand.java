package org.lockkeeper.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.Program;
import org.lockkeeper.check.Settings;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.order.LockFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockkeeper merge}: joins what several scans have learnt of their locks. */
@Command(
    name = "merge",
    description = "Reports lock orders that modules scanned apart invert only together.",
    footer = {
      "",
      "FILEs are written by 'lockkeeper scan --facts-out FILE', or by merge itself: the order and",
      "grouping make no difference. Options about reading code have no effect here.",
      "Exit codes as for check.",
      "",
      "Example:",
      "  lockkeeper scan --facts-out a.locks a.jar; lockkeeper scan --facts-out b.locks b.jar",
      "  lockkeeper merge a.locks b.locks"
    })
final class MergeCommand implements Callable<Integer> {

  private final Io io;

  @Mixin private Options options;

  @Option(
      names = "--facts-out",
      paramLabel = "FILE",
      description = "Also write what is known of all of them, for further merges.")
  private Path factsOut;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "What scans have written.")
  private List<Path> inputs;

  MergeCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() {
    options.checkOutput(io);
    Settings settings = options.settings(io, List.of(), List.of());
    LockFacts all = LockFacts.none();
    for (Path input : inputs) {
      all = all.join(LockFactsFile.read(io.base().resolve(input), input.toString()));
    }
    if (factsOut != null) {
      LockFactsFile.write(all, io.base().resolve(factsOut));
    }
    LockFacts joined = all;
    Opened opened = Opened.binary(new NoProgram(), inputs.size(), "file", List::of);
    Verdict verdict = new Verdict(io, options, new SourceTexts(io.base(), List.of()));
    return verdict.on(List.of(opened), settings, none -> Analysis.merge(joined, settings), "merge");
  }

  /** The code itself is not at hand. */
  private static final class NoProgram implements Program {
    @Override
    public List<ClassInfo> classes() {
      return List.of();
    }

    @Override
    public Optional<ClassInfo> find(String binaryName) {
      return Optional.empty();
    }
  }
}
