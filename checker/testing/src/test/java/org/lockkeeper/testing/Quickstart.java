package org.lockkeeper.testing;

import java.nio.file.Path;
import java.util.List;

/** The sources that the README shows first. */
final class Quickstart {
  /** What they show, one finding each. */
  static final List<String> CHECKS =
      List.of(
          "UnguardedCheckThenAct",
          "LockOrderInversion",
          "UnguardedAccess",
          "LoopWithoutYield",
          "BlockingInCooperative");

  private Quickstart() {}

  /** All files. */
  static List<Path> files() {
    return Case.list(Repository.root().resolve("testdata/quickstart"));
  }
}
