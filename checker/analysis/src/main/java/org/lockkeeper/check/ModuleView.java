package org.lockkeeper.check;

import java.util.List;

/** The whole compilation, and what is known of it. */
public interface ModuleView {
  /** The classes under analysis. */
  List<ClassView> classes();
}
