package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.ir.Value;
import org.objectweb.asm.Opcodes;

/** The operand stack (JVMS 2.6.2) with one entry for a value of either size. */
final class OperandStack {
  private final List<Value> values = new ArrayList<>();

  void push(Value value) {
    values.add(value);
  }

  Value pop() {
    return values.remove(values.size() - 1);
  }

  /** The last {@code count} values, in the order they were pushed. */
  List<Value> pop(int count) {
    List<Value> tail = values.subList(values.size() - count, values.size());
    List<Value> popped = new ArrayList<>(tail);
    tail.clear();
    return popped;
  }

  int size() {
    return values.size();
  }

  Value get(int index) {
    return values.get(index);
  }

  void set(int index, Value value) {
    values.set(index, value);
  }

  List<Value> copy() {
    return List.copyOf(values);
  }

  void reset(List<Value> to) {
    values.clear();
    values.addAll(to);
  }

  private static boolean isWide(Value value) {
    return "long".equals(value.type()) || "double".equals(value.type());
  }

  /** The pop, dup and swap instructions (JVMS 6.5). */
  void shuffle(int opcode) {
    switch (opcode) {
      case Opcodes.POP -> pop();
      case Opcodes.POP2 -> pop(words(2, 0));
      case Opcodes.DUP -> duplicate(1, 0);
      case Opcodes.DUP_X1 -> duplicate(1, 1);
      case Opcodes.DUP_X2 -> duplicate(1, words(2, 1));
      case Opcodes.DUP2 -> duplicate(words(2, 0), 0);
      case Opcodes.DUP2_X1 -> duplicate(words(2, 0), 1);
      case Opcodes.DUP2_X2 -> duplicate(words(2, 0), words(2, words(2, 0)));
      default -> push(values.remove(values.size() - 2));
    }
  }

  /** How many values make up {@code count} words below the top {@code skipped} values. */
  private int words(int count, int skipped) {
    return isWide(values.get(values.size() - 1 - skipped)) ? 1 : count;
  }

  private void duplicate(int count, int below) {
    int top = values.size();
    List<Value> copies = List.copyOf(values.subList(top - count, top));
    values.addAll(top - count - below, copies);
  }
}
