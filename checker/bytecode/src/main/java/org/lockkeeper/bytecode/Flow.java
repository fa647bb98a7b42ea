package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The basic blocks of a method's code: where they begin, where they lead, who catches. */
final class Flow {
  final AbstractInsnNode[] code;

  /** Source line by instruction; 0 where unknown. */
  final int[] lines;

  /** First instruction of each block; one more entry than blocks. */
  final int[] starts;

  /** Normal successors by block, each once. */
  final List<Set<Integer>> next = new ArrayList<>();

  /** Handlers by block, innermost first. */
  final List<List<Catch>> handlers = new ArrayList<>();

  private final InsnList list;
  private final int[] blockOf;

  /** An entry of the exception table; {@code type} is an internal name or {@code null} for any. */
  record Catch(String type, int target) {}

  Flow(MethodNode method) {
    list = method.instructions;
    code = list.toArray();
    lines = new int[code.length];
    boolean[] leader = new boolean[code.length + 1];
    mark(method, leader);
    blockOf = new int[code.length];
    int count = 0;
    for (int i = 0; i < code.length; i++) {
      count += leader[i] ? 1 : 0;
      blockOf[i] = count - 1;
    }
    starts = new int[count + 1];
    for (int i = code.length - 1; i >= 0; i--) {
      starts[blockOf[i]] = i;
    }
    starts[count] = code.length;
    for (int b = 0; b < count; b++) {
      next.add(successors(b));
      handlers.add(new ArrayList<>(0));
    }
    method.tryCatchBlocks.forEach(this::protect);
  }

  int blocks() {
    return next.size();
  }

  int index(AbstractInsnNode node) {
    return list.indexOf(node);
  }

  int block(LabelNode label) {
    return blockOf[list.indexOf(label)];
  }

  /** The last real instruction of a block; -1 if there is none. */
  int last(int block) {
    int i = starts[block + 1] - 1;
    while (i >= starts[block] && code[i].getOpcode() < 0) {
      i--;
    }
    return i >= starts[block] ? i : -1;
  }

  private void mark(MethodNode method, boolean[] leader) {
    leader[0] = true;
    int line = 0;
    for (int i = 0; i < code.length; i++) {
      AbstractInsnNode at = code[i];
      if (at instanceof LineNumberNode number) {
        line = number.line;
      }
      lines[i] = line;
      for (LabelNode each : targets(at)) {
        leader[list.indexOf(each)] = true;
      }
      if (ends(at)) {
        leader[i + 1] = true;
      }
    }
    for (TryCatchBlockNode each : method.tryCatchBlocks) {
      leader[list.indexOf(each.start)] = true;
      leader[list.indexOf(each.end)] = true;
      leader[list.indexOf(each.handler)] = true;
    }
  }

  private static List<LabelNode> targets(AbstractInsnNode at) {
    if (at instanceof JumpInsnNode jump) {
      return List.of(jump.label);
    }
    List<LabelNode> all = List.of();
    if (at instanceof TableSwitchInsnNode table) {
      all = new ArrayList<>(table.labels);
      all.add(table.dflt);
    } else if (at instanceof LookupSwitchInsnNode lookup) {
      all = new ArrayList<>(lookup.labels);
      all.add(lookup.dflt);
    }
    return all;
  }

  private static boolean ends(AbstractInsnNode at) {
    return at instanceof JumpInsnNode || !fallsThrough(at);
  }

  private static boolean fallsThrough(AbstractInsnNode at) {
    int op = at.getOpcode();
    boolean leaves = op >= Opcodes.IRETURN && op <= Opcodes.RETURN || op == Opcodes.ATHROW;
    boolean jumps = op == Opcodes.GOTO || op == Opcodes.TABLESWITCH || op == Opcodes.LOOKUPSWITCH;
    return !leaves && !jumps && op != Opcodes.RET;
  }

  private Set<Integer> successors(int block) {
    Set<Integer> all = new LinkedHashSet<>();
    int last = last(block);
    if ((last < 0 || fallsThrough(code[last])) && block + 2 < starts.length) {
      all.add(block + 1);
    }
    if (last >= 0) {
      for (LabelNode each : targets(code[last])) {
        all.add(block(each));
      }
    }
    return all;
  }

  /**
   * A compiler lets the handler of a monitor or {@code finally} protect its own beginning too. What
   * is thrown there goes to the handlers around instead, or the flow would never end.
   */
  private void protect(TryCatchBlockNode entry) {
    int target = block(entry.handler);
    int from = blockOf[list.indexOf(entry.start)];
    int end = list.indexOf(entry.end);
    for (int b = from; b < blocks() && starts[b] < end; b++) {
      boolean own = target >= from && b >= target;
      List<Catch> known = handlers.get(b);
      Catch added = new Catch(entry.type, target);
      boolean closed = !known.isEmpty() && known.get(known.size() - 1).type() == null;
      if (!own && !closed && !known.contains(added)) {
        known.add(added);
      }
    }
  }

  /** Blocks that can run, each after its predecessors except for loops. */
  int[] order() {
    int[] state = new int[blocks()];
    List<List<Integer>> pending = new ArrayList<>();
    int[] path = new int[blocks() + 1];
    int[] reversed = new int[blocks()];
    int depth = 0;
    int found = 0;
    path[0] = 0;
    state[0] = 1;
    pending.add(new ArrayList<>(leadsTo(0)));
    while (depth >= 0) {
      List<Integer> open = pending.get(depth);
      if (open.isEmpty()) {
        pending.remove(depth);
        reversed[found++] = path[depth--];
      } else {
        int to = open.remove(open.size() - 1);
        if (state[to] == 0) {
          state[to] = 1;
          path[++depth] = to;
          pending.add(new ArrayList<>(leadsTo(to)));
        }
      }
    }
    int[] order = new int[found];
    for (int i = 0; i < found; i++) {
      order[i] = reversed[found - 1 - i];
    }
    return order;
  }

  /** Normal and exceptional successors. */
  Set<Integer> leadsTo(int block) {
    if (handlers.get(block).isEmpty()) {
      return next.get(block);
    }
    Set<Integer> all = new LinkedHashSet<>(next.get(block));
    for (Catch each : handlers.get(block)) {
      all.add(each.target());
    }
    return all;
  }
}
