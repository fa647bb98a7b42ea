package org.lockkeeper.bytecode;

import org.lockkeeper.ir.Value.Var;

/** Numbers the variables of one body. */
final class Variables {
  private int count;

  Var fresh(String name, String type) {
    return new Var(count++, name, type);
  }

  int count() {
    return count;
  }
}
