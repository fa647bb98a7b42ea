package org.lockkeeper.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.lockkeeper.bytecode.ClassFiles;
import org.lockkeeper.check.WithLibraries;
import org.lockkeeper.javac.SourceDoor;

/** Finds source files and opens them through the source door. */
final class Sources {

  private static final int NAMED_AT_MOST = 12;

  /** Codes of javac's diagnostics that say that a file is not Java, by how they start. */
  private static final List<String> SYNTAX =
      List.of(
          "expected",
          "illegal.",
          "premature.eof",
          "not.stmt",
          "unclosed.",
          "empty.char.lit",
          "malformed.fp.lit",
          "int.number.too.large",
          "else.without.if",
          "catch.without.try",
          "finally.without.try",
          "try.without.catch",
          "orphaned",
          "class.not.allowed",
          "variable.not.allowed",
          "invalid.meth.decl.ret.type.req",
          "feature.not.supported",
          "preview.feature.disabled",
          "cant.read.file");

  private final Io io;
  private final Options options;
  private final ErrorProne theirs;
  private final Set<URI> wrong = new HashSet<>();
  private final Set<String> broken = new LinkedHashSet<>();
  private final Set<String> brokenFiles = new LinkedHashSet<>();
  private boolean twins;

  /**
   * @param theirs checks that look at the same files
   */
  Sources(Io io, Options options, ErrorProne theirs) {
    this.theirs = theirs;
    this.io = io;
    this.options = options;
  }

  /**
   * Opens sources in as few parts as hold no class twice; mostly one.
   *
   * @param files to open
   * @param open opens a part
   */
  static List<Opened> open(List<Path> files, Function<Part, Opened> open) {
    Opened all = open.apply(Part.of(files));
    if (!all.twins()) {
      return List.of(all);
    }
    return Part.split(SourceDoor.declared(files, StandardCharsets.UTF_8)).stream()
        .map(open)
        .toList();
  }

  /**
   * Opens source files.
   *
   * @param libraries what answers calls into class files
   * @param changed other texts for some files
   * @throws BadInput when a file or the class path cannot be read
   */
  Opened open(Part part, ClassPath classpath, ClassFiles libraries, Map<Path, String> changed) {
    SourceDoor.Input input =
        new SourceDoor.Input(
            part.files(),
            classpath.entries(),
            options.release(),
            StandardCharsets.UTF_8,
            changed,
            part.beside());
    SourceDoor.Result result = read(input);
    List<String> notices = new ArrayList<>();
    if (!result.unresolved().isEmpty()) {
      notices.add(missing("taken as unknown", result.unresolved()));
    }
    List<String> outlined = classpath.outlines().map(result::named).orElse(List.of());
    if (!outlined.isEmpty()) {
      notices.add(missing("known by outline only", outlined));
    }
    boolean complete = result.unresolved().isEmpty() && outlined.isEmpty();
    if (broken.isEmpty() && complete && result.errors() > 0) {
      notices.add(
          "the compiler found "
              + result.errors()
              + (result.errors() == 1 ? " error" : " errors")
              + " (shown with --verbose); code that they touch may be judged wrongly");
    }
    notices.addAll(result.notices());
    notices.addAll(theirs.notices());
    return new Opened(
        new WithLibraries(result.program(), libraries),
        part,
        twins,
        result.errors(),
        part.files().size(),
        "file",
        List.copyOf(broken),
        () -> notices,
        theirs);
  }

  private SourceDoor.Result read(SourceDoor.Input input) {
    try {
      return SourceDoor.read(input, this::hear, task -> theirs.join(task, this::hasErrors));
    } catch (UncheckedIOException e) {
      throw new BadInput("cannot read: " + e.getCause().getMessage());
    }
  }

  private boolean hasErrors(JavaFileObject file) {
    return wrong.contains(file.toUri());
  }

  /**
   * The files, and all Java files below the folders, each once.
   *
   * @throws BadInput when an input does not exist, is no Java file or has none
   */
  static List<Path> files(Io io, List<Path> inputs) {
    if (ToolProvider.getSystemJavaCompiler() == null) {
      throw new BadInput("needs a JDK: this Java runtime has no compiler");
    }
    Set<Path> files = new LinkedHashSet<>();
    for (Path input : inputs) {
      Path path = io.base().resolve(input).normalize();
      if (Files.isDirectory(path)) {
        List<Path> below = below(path);
        if (below.isEmpty()) {
          throw new BadInput("no Java files in " + input);
        }
        files.addAll(below);
      } else if (!Files.exists(path)) {
        throw new BadInput("no such file or folder: " + input);
      } else if (!isJava(path)) {
        throw new BadInput("not a Java source file: " + input);
      } else if (!Files.isReadable(path)) {
        throw new BadInput("cannot read " + input);
      } else {
        files.add(path);
      }
    }
    return List.copyOf(files);
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Sources::isJava).filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new BadInput("cannot read " + folder + ": " + e.getMessage());
    }
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }

  private void hear(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
      return;
    }
    if (diagnostic.getSource() != null) {
      wrong.add(diagnostic.getSource().toUri());
    }
    twins |= "compiler.err.duplicate.class".equals(diagnostic.getCode());
    if (isSyntax(diagnostic)) {
      // One broken token makes javac complain many times: the first is the cause.
      if (brokenFiles.add(file(diagnostic))) {
        broken.add(line(diagnostic));
      }
    } else if (options.verbose()) {
      io.err().println(line(diagnostic));
    }
  }

  private static boolean isSyntax(Diagnostic<?> diagnostic) {
    String code = diagnostic.getCode();
    String prefix = "compiler.err.";
    return code != null
        && code.startsWith(prefix)
        && SYNTAX.stream().anyMatch(code.substring(prefix.length())::startsWith);
  }

  private String line(Diagnostic<? extends JavaFileObject> diagnostic) {
    String place =
        diagnostic.getLineNumber() == Diagnostic.NOPOS
            ? ""
            : diagnostic.getLineNumber() + ":" + diagnostic.getColumnNumber() + ": ";
    String message = diagnostic.getMessage(Locale.ROOT).lines().findFirst().orElse("");
    return file(diagnostic) + place + "error: " + message;
  }

  private String file(Diagnostic<? extends JavaFileObject> diagnostic) {
    return diagnostic.getSource() == null
        ? ""
        : new SourceTexts(io.base(), List.of()).name(diagnostic.getSource().toUri().toString())
            + ":";
  }

  private static String missing(String taken, List<String> names) {
    String some = String.join(", ", names.subList(0, Math.min(names.size(), NAMED_AT_MOST)));
    int more = names.size() - NAMED_AT_MOST;
    return "not on the class path, "
        + taken
        + ": "
        + some
        + (more > 0 ? " and " + more + " more" : "");
  }
}
