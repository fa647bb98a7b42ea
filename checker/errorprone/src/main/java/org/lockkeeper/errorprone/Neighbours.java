package org.lockkeeper.errorprone;

import com.google.errorprone.BugCheckerInfo;
import com.google.errorprone.BugPattern.SeverityLevel;
import com.google.errorprone.CodeTransformer;
import com.google.errorprone.ErrorProneOptions;
import com.google.errorprone.bugpatterns.BugChecker;
import com.google.errorprone.scanner.ErrorProneScannerTransformer;
import com.google.errorprone.scanner.ScannerSupplier;
import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.util.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.tools.JavaFileObject;
import org.lockkeeper.check.About;
import org.lockkeeper.check.Severity;

/**
 * Error Prone's own checks of concurrent code, for drivers that run them beside ours. They need
 * Error Prone's core on the class path, and javac's packages open.
 */
public final class Neighbours {
  private static final String PACKAGE = "com.google.errorprone.bugpatterns.";

  /** Not ThreadPriorityCheck: it is against {@code Thread.yield()}, cooperative code's cure. */
  private static final List<String> CLASSES =
      List.of(
          "ClassInitializationDeadlock",
          "FutureReturnValueIgnored",
          "LockNotBeforeTry",
          "LockOnBoxedPrimitive",
          "LockOnNonEnclosingClassLiteral",
          "NonAtomicVolatileUpdate",
          "ThreadJoinLoop",
          "UnsynchronizedOverridesSynchronized",
          "WaitNotInLoop",
          "threadsafety.DoubleCheckedLocking",
          "threadsafety.GuardedByChecker",
          "threadsafety.StaticGuardedByInstance",
          "threadsafety.SynchronizeOnNonFinalField");

  /** Our UnguardedAccess reads the same annotations, misses less and is wrong less often. */
  private static final String SUPERSEDED = "GuardedBy";

  private Neighbours() {}

  /** What they are, sorted by name. */
  public static List<About> abouts() {
    List<About> all = new ArrayList<>();
    for (BugCheckerInfo info : infos()) {
      String name = info.canonicalName();
      Severity severity = name.equals(SUPERSEDED) ? Severity.OFF : severity(info.defaultSeverity());
      all.add(new About(name, sentence(info.message()), severity, List.of(), info.linkUrl()));
    }
    all.sort((a, b) -> a.name().compareTo(b.name()));
    return all;
  }

  private static List<BugCheckerInfo> infos() {
    List<BugCheckerInfo> all = new ArrayList<>();
    for (String name : CLASSES) {
      try {
        Class<?> type = Class.forName(PACKAGE + name);
        all.add(BugCheckerInfo.create(type.asSubclass(BugChecker.class)));
      } catch (ClassNotFoundException missing) {
        throw new IllegalStateException("Error Prone's core lacks " + name, missing);
      }
    }
    return all;
  }

  private static Severity severity(SeverityLevel level) {
    return switch (level) {
      case ERROR -> Severity.ERROR;
      case WARNING -> Severity.WARNING;
      case SUGGESTION -> Severity.NOTE;
    };
  }

  /** One line without a full stop. */
  static String sentence(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  /**
   * Lets checks look at each file of a compilation once it is analysed.
   *
   * @param task not yet started
   * @param checks names of those that are wanted
   * @param broken tells of a file that javac has found errors in: it is left out
   * @return what they find, when the compilation has ended
   */
  public static NeighbourFindings attach(
      JavacTask task, Set<String> checks, Predicate<JavaFileObject> broken) {
    Context context = ((BasicJavacTask) task).getContext();
    context.put(ErrorProneOptions.class, ErrorProneOptions.empty());
    ScannerSupplier wanted =
        ScannerSupplier.fromBugCheckerInfos(
            infos().stream().filter(info -> checks.contains(info.canonicalName())).toList());
    CodeTransformer scanner = ErrorProneScannerTransformer.create(wanted.get());
    NeighbourFindings findings = new NeighbourFindings(context, scanner, broken);
    task.addTaskListener(findings);
    return findings;
  }
}
