package org.lockkeeper.ir;

import java.util.Collection;
import java.util.List;
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

  /**
   * Names of classes of no analysed program that mention one of the given ones, as far as they live
   * beside it (in the same jar or folder) and a door can tell; sorted, at most a few hundred.
   *
   * @param binaryNames classes, analysed or not
   */
  default List<String> users(Collection<String> binaryNames) {
    return List.of();
  }
}
