package org.lockkeeper.javac;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.bytecode.CacheFolder;
import org.lockkeeper.bytecode.ClassFiles;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.World;

/**
 * The class files that one compilation sees: jars, and classes of the same module that an earlier
 * compilation left in the output folder. The JDK's are not among them.
 */
final class Libraries implements World, Closeable {
  private final SourceProgram program;
  private final boolean known;
  private final ClassFiles files;

  /**
   * @param known whether javac tells where its class files are
   * @param cached whether the user's cache may be used
   */
  Libraries(SourceProgram program, boolean known, boolean cached) {
    this.program = program;
    this.known = known;
    this.files = ClassFiles.of(program::root);
    if (cached) {
      CacheFolder.ofUser(System.getenv(), System.getProperty("user.home")).ifPresent(files::with);
    }
  }

  @Override
  public Optional<ClassInfo> find(String binaryName) {
    return program.root(binaryName).isPresent() ? files.find(binaryName) : Optional.empty();
  }

  /** Beside the class; of a source, in the folders where earlier compilations left class files. */
  @Override
  public List<String> users(Collection<String> binaryNames) {
    Set<Path> places = new TreeSet<>();
    for (String each : binaryNames) {
      Optional<Path> root = program.root(each);
      root.ifPresent(places::add);
      if (root.isEmpty()) {
        program.roots().stream().filter(Files::isDirectory).forEach(places::add);
      }
    }
    return files.users(binaryNames, places);
  }

  /** Whether javac tells where its class files are. */
  boolean known() {
    return known;
  }

  /** What could not be read and why, sorted. */
  List<String> messages() {
    return files.messages();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
