package org.lockkeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.lockkeeper.bytecode.BytecodeProgram;
import org.lockkeeper.bytecode.ClassFiles;
import org.lockkeeper.check.Program;
import org.lockkeeper.check.WithLibraries;
import org.lockkeeper.javac.SourceDoor;

/** A way from sources to a program. */
public enum Door {
  /** Through javac's trees. */
  SOURCE {
    @Override
    public <T> T open(Case about, List<Path> classPath, Function<Program, T> use) {
      StandardJavaFileManager files =
          ToolProvider.getSystemJavaCompiler().getStandardFileManager(d -> {}, Locale.ROOT, null);
      try (files) {
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        SourceDoor.Result result =
            SourceDoor.read(
                about.sources().stream().map(InMemory::file).toList(),
                files,
                about.release(),
                d -> {});
        if (result.errors() > 0 || !result.notices().isEmpty()) {
          // Compiles again, for messages as a person knows them.
          files(folder -> InMemory.compile(about.sources(), about.release(), classPath, folder));
          throw new AssertionError("skipped: " + result.notices());
        }
        try (ClassFiles libraries = ClassFiles.open(classPath, about.release())) {
          return use.apply(new WithLibraries(result.program(), libraries));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },

  /** Through class files, with the debug information of a usual build. */
  BYTECODE {
    @Override
    public <T> T open(Case about, List<Path> classPath, Function<Program, T> use) {
      return files(
          folder -> {
            InMemory.compile(about.sources(), about.release(), classPath, folder);
            try (BytecodeProgram program =
                BytecodeProgram.open(List.of(folder), classPath, about.release())) {
              return use.apply(program);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  };

  /**
   * Lowers sources and hands the program to its user, who must not keep it.
   *
   * @throws AssertionError when they do not compile, or part of them had to be skipped
   */
  public abstract <T> T open(Case about, List<Path> classPath, Function<Program, T> use);

  /** A folder that is gone afterwards. */
  private static <T> T files(Function<Path, T> use) {
    try {
      Path folder = Files.createTempDirectory("lockkeeper");
      try {
        return use.apply(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
