package org.lockkeeper.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.lockkeeper.bytecode.ClassFiles;
import org.lockkeeper.check.PackagedModels;
import org.lockkeeper.check.Patch;
import org.lockkeeper.check.Proposals;
import org.lockkeeper.check.Settings;
import org.lockkeeper.check.TextEdit;
import org.lockkeeper.edit.Mender;
import org.lockkeeper.edit.Patches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lockkeeper annotate}: writes down what the code shows. */
@Command(
    name = "annotate",
    description = {
      "Proposes the annotations that the code shows, as a diff.",
      "@GuardedBy where most uses of a field hold one lock, @Holding on",
      "private helpers that every caller calls with it, @Cooperative where a framework's callback",
      "proves it. Prints a diff, or changes the sources."
    },
    footer = {"", "Example:", "  lockkeeper annotate -cp 'lib/*' src/main/java | patch -p1"})
final class AnnotateCommand implements Callable<Integer> {

  private final Io io;

  @Mixin private Options options;

  @Option(names = "--in-place", description = "Change the sources.")
  private boolean inPlace;

  @Option(names = "--diff", description = "Print a unified diff (default).")
  private boolean diff;

  @Parameters(arity = "1..*", paramLabel = "SRC", description = "Java files, or folders of them.")
  private List<Path> inputs;

  AnnotateCommand(Io io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    if (inPlace && diff) {
      throw new BadInput("give one of --diff and --in-place");
    }
    SourceTexts sources = new SourceTexts(io.base(), List.of());
    options.checkOutput(io);
    List<Path> classpath = options.classpath(io);
    List<Settings.Model> packaged = PackagedModels.on(classpath, io::say);
    Settings settings = options.settings(io, packaged, List.of());
    try (ClassPath path = ClassPath.of(classpath, options.outlines());
        ClassFiles libraries = ClassFiles.open(path.entries(), options.release())) {
      options.cache().ifPresent(libraries::with);
      Opened opened =
          new Sources(io, options, ErrorProne.none())
              .open(Part.of(Sources.files(io, inputs)), path, libraries, Map.of());
      opened.broken().forEach(io.err()::println);
      opened.notices().get().forEach(io::say);
      if (opened.twins()) {
        io.say("some classes are declared in more than one file; the first of them is looked at");
      }
      List<Proposals.Proposal> proposals = Proposals.of(opened.program(), settings);
      Map<String, String> changed = changed(sources, proposals);
      write(changed, sources);
      return opened.broken().isEmpty() ? ExitCodes.CLEAN : ExitCodes.BAD_INPUT;
    }
  }

  private void write(Map<String, String> changed, SourceTexts sources) {
    Fixing fixing = new Fixing(io, sources);
    if (inPlace) {
      fixing.write(changed);
    } else {
      new Verdict(io, options, sources).write(fixing.diff(changed));
    }
  }

  private Map<String, String> changed(SourceTexts sources, List<Proposals.Proposal> proposals) {
    Mender mender = new Mender(sources::text);
    Map<String, List<Patch>> patches = new TreeMap<>();
    int n = 0;
    for (Proposals.Proposal each : proposals) {
      Patch patch = mender.carry(List.of(each.edit()));
      for (TextEdit edit : patch.edits()) {
        patches.computeIfAbsent(edit.file(), f -> new ArrayList<>()).add(patch);
        String place = sources.name(edit.file()) + ":" + each.site().line();
        io.say(place + ": " + each.annotation() + ": " + each.reason());
        n++;
      }
    }
    String where = Fixing.count(patches.size(), "file", "files");
    io.say(Fixing.count(n, "annotation", "annotations") + " in " + where);
    Map<String, String> changed = new TreeMap<>();
    patches.forEach(
        (file, some) ->
            changed.put(file, Patches.apply(file, sources.text(file).orElseThrow(), some)));
    return changed;
  }
}
