package org.lockkeeper.ir;

import java.util.Optional;

/** Finds the declaration of any type that the analysed code can name. A door provides it. */
public interface World {

  /**
   * The declaration; empty when it cannot be resolved. Bodies are present for analysed classes and
   * for those that the door can lower. {@code name + ".package-info"} finds a package's
   * annotations.
   *
   * @param binaryName such as {@code java.util.Map$Entry}
   */
  Optional<ClassInfo> find(String binaryName);
}
