package org.lockkeeper.check;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.MethodInfo;

/** One class, and what is known of it. */
public final class ClassView {
  private final ModuleView module;
  private final ClassInfo info;

  ClassView(ModuleView module, ClassInfo info) {
    this.module = module;
    this.info = info;
  }

  /** The class. */
  public ClassInfo info() {
    return info;
  }

  /** The compilation around it. */
  public ModuleView module() {
    return module;
  }

  /** Its solved methods, lambda bodies included, in source order. */
  public List<MethodFlow> methods() {
    List<MethodFlow> all = new ArrayList<>();
    for (MethodInfo m : info.methods()) {
      module.flows().flow(m.ref()).ifPresent(all::add);
    }
    return all;
  }
}
