package org.lockkeeper.testing;

import java.nio.file.Path;
import java.util.List;
import org.lockkeeper.check.Program;

/** A way from sources to a program. */
public interface Door {

  /** As shown in a test's name. */
  String name();

  /**
   * Lowers sources.
   *
   * @throws AssertionError when they do not compile
   */
  Program open(List<Case.Source> sources, List<Path> classPath);
}
