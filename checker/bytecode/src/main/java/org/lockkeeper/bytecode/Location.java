package org.lockkeeper.bytecode;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A place with class files. */
interface Location extends Closeable {

  /** A file that says of the place around it that its classes are declarations, without code. */
  String OUTLINES = "META-INF/lockkeeper/outlines";

  /** What a person calls it: a path, with {@code !/} between a jar and a jar inside it. */
  String origin();

  /**
   * What a person calls a source file that a class file here names: with the archive's name before
   * it where that is a library's.
   *
   * @param sourceFile such as {@code java/util/List.java}
   */
  default String shown(String sourceFile) {
    return sourceFile;
  }

  /** Whether only declarations are wanted. */
  boolean declarationsOnly();

  /**
   * The content of a class file; {@code null} if it is not here.
   *
   * @param path such as {@code java/util/List.class}
   */
  byte[] read(String path) throws IOException;

  /** Whether the class file is here. */
  boolean has(String path);

  /** Names its content, and how it is called; empty where that changes. */
  default Optional<String> content() {
    return Optional.empty();
  }

  /** Paths of all class files. */
  List<String> paths() throws IOException;
}
