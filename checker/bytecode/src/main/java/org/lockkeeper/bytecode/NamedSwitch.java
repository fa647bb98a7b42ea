package org.lockkeeper.bytecode;

import java.util.List;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;

/** A switch over strings or over the names of enum constants, as the source has it. */
final class NamedSwitch extends LookupSwitchInsnNode {
  private final List<String> names;

  NamedSwitch(LabelNode otherwise, List<String> names, List<LabelNode> targets) {
    super(otherwise, new int[0], targets.toArray(new LabelNode[0]));
    this.names = List.copyOf(names);
  }

  /** The constant that leads to each of {@link #labels}. */
  List<String> names() {
    return names;
  }
}
