package org.lockkeeper.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.lockkeeper.check.Program;

/** Reads Java source: javac attributes it in memory and each method is lowered. */
public final class SourceDoor {

  private SourceDoor() {}

  /**
   * What to read.
   *
   * @param files Java source files
   * @param classpath jars and folders with what the files depend on; may lack some
   * @param release Java release of the sources and the platform's API; 0 for that of the running
   *     JDK
   * @param encoding of the files
   * @param changed other texts for some of the files
   * @param beside source files that are read when {@code files} mention their classes, by the
   *     qualified names of these; they go before the class path
   */
  public record Input(
      List<Path> files,
      List<Path> classpath,
      int release,
      Charset encoding,
      Map<Path, String> changed,
      Map<String, Path> beside) {
    /** Freezes the collections. */
    public Input {
      files = List.copyOf(files);
      classpath = List.copyOf(classpath);
      changed = Map.copyOf(changed);
      beside = Map.copyOf(beside);
    }

    /** The files as they are, and no others. */
    public Input(List<Path> files, List<Path> classpath, int release, Charset encoding) {
      this(files, classpath, release, encoding, Map.of(), Map.of());
    }
  }

  /**
   * What was read.
   *
   * @param program the lowered classes, also those with errors as far as they make sense
   * @param unresolved qualified names, where known, of types that are missing, sorted
   * @param errors how many compile errors javac found
   * @param notices classes and methods that had to be skipped, with the reason
   */
  public record Result(Program program, List<String> unresolved, int errors, List<String> notices) {
    /** Freezes the lists. */
    public Result {
      unresolved = List.copyOf(unresolved);
      notices = List.copyOf(notices);
    }

    /**
     * Types that the sources name and that this entry of the class path has, sorted; top-level ones
     * also stand for their members.
     */
    public List<String> named(Path root) {
      return program instanceof SourceProgram sources ? sources.named(root) : List.of();
    }
  }

  /**
   * Reads sources from files, all as one unnamed module. Errors do not stop the rest.
   *
   * @param input what to read
   * @param listener hears javac's diagnostics
   * @throws IllegalArgumentException when the release is not supported by the running JDK
   * @throws UncheckedIOException when a file or the class path cannot be read
   */
  public static Result read(Input input, DiagnosticListener<? super JavaFileObject> listener) {
    return read(input, listener, task -> {});
  }

  /**
   * Reads sources while others look at the same compilation.
   *
   * @param input what to read
   * @param listener hears javac's diagnostics
   * @param others get the compilation before it starts, and may listen to it
   * @throws IllegalArgumentException when the release is not supported by the running JDK
   * @throws UncheckedIOException when a file or the class path cannot be read
   */
  public static Result read(
      Input input,
      DiagnosticListener<? super JavaFileObject> listener,
      Consumer<JavacTask> others) {
    StandardJavaFileManager files = manager(input.encoding(), listener);
    try {
      files.setLocation(
          StandardLocation.CLASS_PATH, input.classpath().stream().map(Path::toFile).toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    List<JavaFileObject> units = new ArrayList<>();
    units(input.files(), files)
        .forEach(f -> units.add(changed(f, input.changed().get(files.asPath(f)))));
    JavaFileManager all =
        input.beside().isEmpty() ? files : new SourcesBeside(files, input.beside());
    return read(units, all, input.release(), listener, others);
  }

  /**
   * The qualified names of the outermost classes that files declare, as far as they can be parsed.
   *
   * @throws UncheckedIOException when a file cannot be read
   */
  public static Map<Path, List<String>> declared(List<Path> files, Charset encoding) {
    StandardJavaFileManager manager = manager(encoding, diagnostic -> {});
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null, manager, d -> {}, List.of("-proc:none"), null, units(files, manager));
    Map<Path, List<String>> declared = new LinkedHashMap<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        String in = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
        List<String> names = new ArrayList<>();
        for (Tree each : unit.getTypeDecls()) {
          if (each instanceof ClassTree type) {
            names.add(in + type.getSimpleName());
          }
        }
        declared.put(manager.asPath(unit.getSourceFile()), names);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return declared;
  }

  private static StandardJavaFileManager manager(
      Charset encoding, DiagnosticListener<? super JavaFileObject> listener) {
    return ToolProvider.getSystemJavaCompiler()
        .getStandardFileManager(listener::report, Locale.ROOT, encoding);
  }

  private static Iterable<? extends JavaFileObject> units(
      List<Path> files, StandardJavaFileManager manager) {
    return manager.getJavaFileObjectsFromFiles(
        files.stream()
            .filter(file -> !file.endsWith("module-info.java"))
            .map(Path::toFile)
            .collect(Collectors.<File>toList()));
  }

  private static JavaFileObject changed(JavaFileObject file, String text) {
    return text == null ? file : new Changed(file, text);
  }

  /** A file with another text. */
  private static final class Changed extends ForwardingJavaFileObject<JavaFileObject> {
    private final String text;

    Changed(JavaFileObject file, String text) {
      super(file);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /**
   * Reads sources through a file manager, which may hold them in memory.
   *
   * @param units compilation units
   * @param files answers for the class path
   * @param release as in {@link Input}
   * @param listener hears javac's diagnostics
   * @throws IllegalArgumentException when the release is not supported by the running JDK
   */
  public static Result read(
      List<? extends JavaFileObject> units,
      JavaFileManager files,
      int release,
      DiagnosticListener<? super JavaFileObject> listener) {
    return read(units, files, release, listener, task -> {});
  }

  private static Result read(
      List<? extends JavaFileObject> units,
      JavaFileManager files,
      int release,
      DiagnosticListener<? super JavaFileObject> listener,
      Consumer<JavacTask> others) {
    int[] errors = {0};
    DiagnosticListener<JavaFileObject> counting =
        diagnostic -> {
          errors[0] += diagnostic.getKind() == Diagnostic.Kind.ERROR ? 1 : 0;
          listener.report(diagnostic);
        };
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, files, counting, options(release, files), null, units);
    Collector collector = new Collector(task);
    task.addTaskListener(collector);
    others.accept(task);
    List<CompilationUnitTree> trees = new ArrayList<>();
    List<String> notices = collector.notices();
    try {
      task.parse().forEach(trees::add);
      task.analyze();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (RuntimeException | AssertionError | StackOverflowError fault) {
      notices.add("the compiler stopped early: " + Faults.describe(fault));
    }
    for (CompilationUnitTree each : trees) {
      collector.lower(each, null);
    }
    return new Result(collector.program(), List.copyOf(collector.unresolved()), errors[0], notices);
  }

  /** Goes on after errors as far as javac can. */
  private static List<String> options(int release, javax.tools.JavaFileManager files) {
    List<String> options = new ArrayList<>();
    options.add("-proc:none");
    options.add("-nowarn");
    options.add("-XDshould-stop.ifError=FLOW");
    options.add("-Xmaxerrs");
    options.add("1000000");
    if (files instanceof SourcesBeside) {
      options.add("-Xprefer:source");
    }
    if (release > 0) {
      options.add("--release");
      options.add(String.valueOf(release));
    }
    return options;
  }
}
