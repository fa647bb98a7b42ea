package org.lockkeeper.testing.behaviour;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loads classes anew, with statics of their own. */
final class Sandbox extends ClassLoader {
  private final Map<String, byte[]> files;

  /**
   * @param files class files by binary name, rewritten
   * @param others knows what they are compiled against
   */
  Sandbox(Map<String, byte[]> files, ClassLoader others) {
    super(others);
    this.files = files;
    // A build may run tests with assertions or without.
    setDefaultAssertionStatus(false);
  }

  /** All classes, sorted by name. */
  List<Class<?>> classes() {
    List<Class<?>> all = new ArrayList<>();
    for (String name : files.keySet()) {
      try {
        all.add(loadClass(name));
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
    return all;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] code = files.get(name);
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, code, 0, code.length);
  }
}
