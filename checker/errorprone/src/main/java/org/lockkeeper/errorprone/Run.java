package org.lockkeeper.errorprone;

import com.google.errorprone.ErrorProneVersion;
import com.google.errorprone.VisitorState;
import com.google.errorprone.fixes.Fix;
import com.google.errorprone.fixes.SuggestedFix;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Options;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Patch;
import org.lockkeeper.check.Report;
import org.lockkeeper.check.TextEdit;
import org.lockkeeper.javac.Judgement;
import org.lockkeeper.javac.TreeAt;
import org.lockkeeper.report.Text;

/** One run of javac: all its files are analysed together when Error Prone reaches the first. */
final class Run {
  private static final Context.Key<Run> KEY = new Context.Key<>();
  private static final String PLUGIN = "Lockkeeper";

  private final Context context;
  private final JavacTask task;
  private final Trees trees;
  private final Flags flags;
  private final Set<CompilationUnitTree> analysed =
      Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Tree, List<Located>> findings = new IdentityHashMap<>();
  private final List<Patch> suggested = new ArrayList<>();
  private boolean plugin;
  private int runs;

  /**
   * A finding of this run.
   *
   * @param tree what it is about
   * @param message without the check's name
   */
  record Located(Finding finding, Tree tree, String message, List<Fix> fixes) {}

  private Run(VisitorState state) {
    this.context = state.context;
    this.task = BasicJavacTask.instance(context);
    this.trees = Trees.instance(task);
    this.flags = new Flags(state.errorProneOptions());
  }

  /** The run that Error Prone is in. */
  static Run of(VisitorState state) {
    Run run = state.context.get(KEY);
    if (run == null) {
      run = new Run(state);
      state.context.put(KEY, run);
    }
    return run;
  }

  /** The findings whose innermost declaration this is. */
  List<Located> at(Tree declaration) {
    return findings.getOrDefault(declaration, List.of());
  }

  /** Analyses the file, and with it all that javac has attributed, unless that was done. */
  void reach(CompilationUnitTree unit) {
    if (analysed.contains(unit) || plugin) {
      return;
    }
    plugin = isPluginOn();
    if (plugin) {
      say(
          Diagnostic.Kind.NOTE,
          "findings are reported by -Xplugin:Lockkeeper; the same checks within Error Prone keep"
              + " silent",
          unit);
      return;
    }
    List<CompilationUnitTree> units = new ArrayList<>(new Units(context).attributed());
    units.removeAll(analysed);
    if (!units.contains(unit)) {
      units.add(unit);
    }
    analysed.addAll(units);
    if (++runs == 2) {
      say(
          Diagnostic.Kind.NOTE,
          "sees files one by one, and not what happens across them; -XDcompilePolicy=simple"
              + " shows it all",
          unit);
    }
    try {
      analyse(units, unit);
    } catch (IllegalArgumentException wrong) {
      say(Diagnostic.Kind.ERROR, wrong.getMessage(), unit);
    } catch (RuntimeException | StackOverflowError fault) {
      notice("stopped after an internal fault: " + fault, unit);
    }
  }

  private void analyse(List<CompilationUnitTree> units, CompilationUnitTree first) {
    long start = System.nanoTime();
    Judgement judgement = Judgement.of(task, units, flags.settings(), flags.cached());
    Report report = judgement.report();
    Map<String, CompilationUnitTree> byName = new HashMap<>();
    units.forEach(unit -> byName.put(unit.getSourceFile().getName(), unit));
    Map<CompilationUnitTree, TreeAt> finders = new IdentityHashMap<>();
    Map<Finding, List<Fix>> fixes = new IdentityHashMap<>();
    report.inTurn().forEach(finding -> fixes.put(finding, fixes(finding)));
    for (Finding finding : report.findings()) {
      CompilationUnitTree unit = byName.get(finding.site().file());
      if (unit != null) {
        TreeAt finder = finders.computeIfAbsent(unit, u -> new TreeAt(u, trees));
        locate(finding, finder, unit, fixes.get(finding));
      }
    }
    judgement.notices().forEach(text -> notice(text, first));
    report.notices().forEach(text -> notice(text, first));
    if (flags.verbose()) {
      long millis = (System.nanoTime() - start) / 1_000_000;
      String host = "Error Prone " + ErrorProneVersion.loadVersionFromPom().or("");
      print(Text.plain().ran(report) + ", " + millis + " ms, within " + host.strip());
      judgement.remarks().forEach(Run::print);
    }
  }

  private static void print(String text) {
    System.err.println("[Lockkeeper] " + text);
  }

  private void locate(Finding finding, TreeAt finder, CompilationUnitTree unit, List<Fix> fixes) {
    TreePath path = finder.offset(finding.site().offset()).orElseGet(() -> new TreePath(unit));
    Located located = new Located(finding, path.getLeaf(), Text.plain().message(finding), fixes);
    findings.computeIfAbsent(declaration(path), d -> new ArrayList<>()).add(located);
  }

  /**
   * Error Prone's fixes change the file of the finding only, and it cannot apply two that overlap:
   * the second finding gets its turn when the first is mended.
   */
  private List<Fix> fixes(Finding finding) {
    for (org.lockkeeper.check.Fix each : finding.fixes()) {
      List<TextEdit> edits = each.patch().edits();
      boolean here = edits.stream().allMatch(edit -> edit.file().equals(finding.site().file()));
      if (!edits.isEmpty() && here && suggested.stream().noneMatch(each.patch()::overlaps)) {
        SuggestedFix.Builder fix = SuggestedFix.builder().setShortDescription(each.title());
        edits.forEach(edit -> fix.replace(edit.start(), edit.end(), edit.text()));
        each.patch().imports().forEach(fix::addImport);
        suggested.add(each.patch());
        return List.of(fix.build());
      }
    }
    return List.of();
  }

  private static Tree declaration(TreePath path) {
    TreePath at = path;
    while (at.getParentPath() != null && !isDeclaration(at.getLeaf())) {
      at = at.getParentPath();
    }
    return at.getLeaf();
  }

  private static boolean isDeclaration(Tree tree) {
    return tree instanceof ClassTree || tree instanceof MethodTree || tree instanceof VariableTree;
  }

  /** javac keeps the plugins that it was asked for, separated by NUL. */
  private boolean isPluginOn() {
    String plugins = Options.instance(context).get("-Xplugin:");
    return plugins != null
        && List.of(plugins.split("\0")).stream()
            .anyMatch(each -> each.strip().split("\\s+")[0].equals(PLUGIN));
  }

  private void notice(String text, CompilationUnitTree unit) {
    say(flags.strict() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING, text, unit);
  }

  private void say(Diagnostic.Kind kind, String text, CompilationUnitTree unit) {
    trees.printMessage(kind, "[Lockkeeper] " + text, unit, unit);
  }
}
