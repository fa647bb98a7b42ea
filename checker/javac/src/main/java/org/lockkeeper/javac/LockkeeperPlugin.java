package org.lockkeeper.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.lockkeeper.check.Report;
import org.lockkeeper.report.Text;

/**
 * The javac plugin {@code -Xplugin:Lockkeeper}: lowers each class when javac has analysed it, and
 * reports when the compilation ends. Says nothing about a compilation with errors of its own.
 */
public final class LockkeeperPlugin implements Plugin {

  /** For javac, which finds it as a service. */
  public LockkeeperPlugin() {}

  @Override
  public String getName() {
    return "Lockkeeper";
  }

  @Override
  public void init(JavacTask task, String... args) {
    try {
      task.addTaskListener(new Listener(task, PluginOptions.parse(args)));
    } catch (IllegalArgumentException wrong) {
      task.addTaskListener(new Refusal(task, wrong.getMessage()));
    }
  }

  /** Makes the first file's compilation fail with a message. */
  private static final class Refusal implements TaskListener {
    private final JavacTask task;
    private final String message;
    private boolean said;

    Refusal(JavacTask task, String message) {
      this.task = task;
      this.message = "[Lockkeeper] " + message;
    }

    @Override
    public void finished(TaskEvent event) {
      CompilationUnitTree unit = event.getCompilationUnit();
      if (!said && unit != null && event.getKind() == TaskEvent.Kind.ENTER) {
        said = true;
        Tree at = unit.getTypeDecls().isEmpty() ? unit : unit.getTypeDecls().get(0);
        Trees.instance(task).printMessage(Diagnostic.Kind.ERROR, message, at, unit);
      }
    }
  }

  private static final class Listener implements TaskListener {
    private final JavacTask task;
    private final PluginOptions options;
    private final Map<TypeElement, JavaFileObject> pending = new HashMap<>();

    /** Files that were read before any class was entered: those that the compilation names. */
    private final Set<JavaFileObject> named = new HashSet<>();

    private boolean entered;
    private Collector collector;
    private long nanos;

    Listener(JavacTask task, PluginOptions options) {
      this.task = task;
      this.options = options;
    }

    @Override
    public void started(TaskEvent event) {
      entered |= event.getKind() == TaskEvent.Kind.ENTER;
    }

    @Override
    public void finished(TaskEvent event) {
      long start = System.nanoTime();
      try {
        hear(event);
      } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError fault) {
        say("stopped after an internal fault: " + Faults.describe(fault));
      }
      nanos += System.nanoTime() - start;
      if (event.getKind() == TaskEvent.Kind.COMPILATION) {
        collector = null;
      }
    }

    private void hear(TaskEvent event) {
      switch (event.getKind()) {
        case PARSE:
          if (!entered) {
            named.add(event.getSourceFile());
          }
          break;
        case ANALYZE:
          analysed(event);
          break;
        case GENERATE:
          pending.remove(event.getTypeElement());
          break;
        case COMPILATION:
          ended();
          break;
        default:
      }
    }

    private void analysed(TaskEvent event) {
      if (collector == null) {
        collector = new Collector(task);
        HiddenFileManager.forgetTexts(task);
      }
      if (event.getCompilationUnit() != null
          && event.getTypeElement() != null
          && collector.lower(event.getCompilationUnit(), event.getTypeElement())) {
        pending.put(event.getTypeElement(), event.getSourceFile());
      }
    }

    /** After an error javac generates no more classes: something was analysed in vain. */
    private void ended() {
      if (collector == null || !pending.isEmpty()) {
        if (options.verbose()
            && !pending.isEmpty()
            && named.stream().noneMatch(pending.values()::contains)) {
          say(
              "did not run: sources beside those named had errors, or were compiled for nothing"
                  + " (-implicit:none)");
        }
        return;
      }
      long start = System.nanoTime();
      Reporter reporter = new Reporter(task, collector.files());
      try {
        Judgement judgement = Judgement.of(collector, options.settings(), options.cached());
        Report report = judgement.report();
        report.findings().forEach(f -> reporter.report(f, report.severity(f)));
        notices(reporter, judgement.notices());
        notices(reporter, report.notices());
        if (options.verbose()) {
          ran(report, nanos, System.nanoTime() - start);
          judgement.remarks().forEach(Listener::say);
        }
      } catch (IllegalArgumentException wrong) {
        reporter.notice(Diagnostic.Kind.ERROR, wrong.getMessage());
      }
    }

    private void notices(Reporter reporter, List<String> notices) {
      boolean strict = options.settings().strict();
      Diagnostic.Kind kind = strict ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
      notices.forEach(text -> reporter.notice(kind, text));
    }

    private static void ran(Report report, long reading, long analysing) {
      say(
          Text.plain().ran(report)
              + ", "
              + (reading + analysing) / 1_000_000
              + " ms ("
              + reading / 1_000_000
              + " ms to read)");
    }

    /** The one way a plugin has to say something about no place. */
    private static void say(String text) {
      System.err.println("[Lockkeeper] " + text);
    }
  }
}
