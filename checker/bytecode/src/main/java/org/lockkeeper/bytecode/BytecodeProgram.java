package org.lockkeeper.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.check.Program;
import org.lockkeeper.ir.ClassInfo;

/** A built program: all classes of some jars and folders, over the rest of the class path. */
public final class BytecodeProgram implements Program, Closeable {
  private final ClassFiles files;
  private List<ClassInfo> classes;

  private BytecodeProgram(ClassFiles files) {
    this.files = files;
  }

  /**
   * Opens a program; messages say what of it could not be.
   *
   * @param scanned folders and archives with the classes to analyse, with the archives inside them
   * @param classPath where else their callees may be
   * @param release Java release for multi-release jars; 0 for the running one
   */
  public static BytecodeProgram open(List<Path> scanned, List<Path> classPath, int release) {
    return open(scanned, classPath, release, Limits.standard());
  }

  static BytecodeProgram open(
      List<Path> scanned, List<Path> classPath, int release, Limits limits) {
    return new BytecodeProgram(ClassFiles.open(scanned, classPath, release, limits));
  }

  /** Takes classes of the class path from a cache as far as it has them. Call it first. */
  public void with(CacheFolder cache) {
    files.with(cache);
  }

  /** In the order of the input, and by name within each part of it. */
  @Override
  public synchronized List<ClassInfo> classes() {
    if (classes == null) {
      classes =
          files.scanned().parallelStream()
              .map(files::find)
              .flatMap(Optional::stream)
              .filter(each -> !ClassReading.isHolder(each))
              .toList();
    }
    return classes;
  }

  @Override
  public Optional<ClassInfo> find(String binaryName) {
    return files.find(binaryName);
  }

  @Override
  public List<String> users(Collection<String> binaryNames) {
    return files.users(binaryNames);
  }

  /** What could not be read or followed and why, sorted; grows as more is asked for. */
  public List<String> messages() {
    return files.messages();
  }

  @Override
  public void close() throws IOException {
    files.close();
  }
}
