package org.lockkeeper.check;

import org.lockkeeper.ir.ClassInfo;

/** One class, and what is known of it. */
public interface ClassView {
  /** The class. */
  ClassInfo info();
}
