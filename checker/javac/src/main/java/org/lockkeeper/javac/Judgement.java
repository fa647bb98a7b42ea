package org.lockkeeper.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lockkeeper.check.Analysis;
import org.lockkeeper.check.PackagedModels;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.Settings;
import org.lockkeeper.check.WithLibraries;
import org.lockkeeper.edit.Mender;

/**
 * What is found in the source files of a running compilation, with calls followed into the class
 * files that it sees.
 *
 * @param report the findings with their fixes carried out, and notices of the analysis
 * @param notices what the user should know besides: what had to be skipped or left out
 * @param remarks for who asks what ran: the Java release, models and class files that were used
 */
public record Judgement(Report report, List<String> notices, List<String> remarks) {

  /** Freezes the lists. */
  public Judgement {
    notices = List.copyOf(notices);
    remarks = List.copyOf(remarks);
  }

  /**
   * Judges files that a compilation has attributed and not yet translated.
   *
   * @param task the compilation
   * @param units of it
   * @param cached whether what earlier runs have read of libraries may be used, and left for others
   * @throws IllegalArgumentException as {@link Analysis#run}
   */
  public static Judgement of(
      JavacTask task,
      List<? extends CompilationUnitTree> units,
      Settings settings,
      boolean cached) {
    Collector collector = new Collector(task);
    units.forEach(unit -> collector.lower(unit, null));
    return of(collector, settings, cached);
  }

  static Judgement of(Collector collector, Settings settings, boolean cached) {
    SourceProgram program = collector.program();
    List<String> notices = new ArrayList<>(collector.notices());
    List<String> remarks = new ArrayList<>();
    try (Libraries libraries = program.libraries(cached)) {
      List<Path> roots = List.copyOf(program.roots());
      Settings all = settings.behind(PackagedModels.on(roots, notices::add));
      Report raw = Analysis.run(new WithLibraries(program, libraries), all);
      Report report = new Mender(collector::text).mend(raw);
      remarks.add("Java " + Runtime.version() + ", " + models(all));
      remarks.addAll(libraries.messages());
      remarks.addAll(followed(libraries, roots));
      return new Judgement(report, notices, remarks);
    } catch (IOException unclosed) {
      throw new IllegalStateException("cannot close a jar: " + unclosed.getMessage(), unclosed);
    }
  }

  private static String models(Settings settings) {
    return settings.models().isEmpty()
        ? "the shipped models"
        : settings.models().stream()
            .map(Settings.Model::name)
            .collect(Collectors.joining(", ", "the shipped models and ", ""));
  }

  private static List<String> followed(Libraries libraries, List<Path> roots) {
    if (!libraries.known()) {
      return List.of(
          "this javac does not tell where its class files are: calls into them are unknown");
    }
    String what = roots.size() == 1 ? " jar or folder" : " jars and folders";
    return roots.isEmpty()
        ? List.of()
        : List.of("follows calls into the class files of " + roots.size() + what);
  }
}
