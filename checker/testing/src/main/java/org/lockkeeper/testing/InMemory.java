package org.lockkeeper.testing;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/** Compiles without touching source files. */
final class InMemory {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  private InMemory() {}

  /** The path that a source belongs at, by its package. */
  static String path(Case.Source source) {
    Matcher named = PACKAGE.matcher(source.text());
    return named.find() ? named.group(1).replace('.', '/') + "/" + source.name() : source.name();
  }

  /** A source that javac can read. */
  static JavaFileObject file(Case.Source source) {
    String type = path(source).replaceFirst("\\.java$", "").replace('/', '.');
    return JavaFileObjects.forSourceString(type, source.text());
  }

  /**
   * Writes the class files of sources into a folder, with the debug information of a usual build.
   * Returns the folder.
   *
   * @throws AssertionError when they do not compile
   */
  static Path compile(List<Case.Source> sources, int release, List<Path> classPath, Path into) {
    List<File> path = classPath.stream().map(Path::toFile).toList();
    Compilation result =
        Compiler.javac()
            .withOptions("--release", String.valueOf(release), "-g", "-proc:none", "-nowarn")
            .withClasspath(path)
            .compile(sources.stream().map(InMemory::file).collect(ImmutableList.toImmutableList()));
    if (result.status() != Compilation.Status.SUCCESS) {
      throw new AssertionError(
          result.errors().stream().map(Object::toString).collect(Collectors.joining("\n")));
    }
    result.generatedFiles().forEach(file -> write(file, into));
    return into;
  }

  private static void write(JavaFileObject file, Path into) {
    Path target = into.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
    try (InputStream content = file.openInputStream()) {
      Files.createDirectories(target.getParent());
      Files.copy(content, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
