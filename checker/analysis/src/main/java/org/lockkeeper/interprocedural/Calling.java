package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;

/** An analysed method, its signs, and whom it calls, as far as its text tells. */
final class Calling {
  private final MethodInfo method;
  private final Slice slice;
  private List<Calling> callees;
  private final List<Calling> asked = new ArrayList<>();
  private final List<Calling> functions = new ArrayList<>(0);
  private final List<String> made = new ArrayList<>();
  private final List<String> touched = new ArrayList<>(2);
  private boolean writes;
  private int signs;

  Calling(MethodInfo method, Slice slice) {
    this.slice = slice;
    this.method = method;
  }

  MethodInfo method() {
    return method;
  }

  /** Analysed methods that it may call, and bodies of function objects that it makes. */
  List<Calling> callees() {
    if (callees == null) {
      link();
    }
    return callees;
  }

  /** Those of which it uses the answer. */
  List<Calling> asked() {
    callees();
    return asked;
  }

  /** Bodies of function objects that it makes. */
  List<Calling> functions() {
    callees();
    return functions;
  }

  /** Classes of objects that it makes. */
  List<String> made() {
    return made;
  }

  /** Other classes whose fields it uses. */
  List<String> touched() {
    return touched;
  }

  /** Whether it writes a field. */
  boolean writes() {
    return writes;
  }

  /** See {@link Signs}. */
  int signs() {
    return signs;
  }

  /** Whether it shows one of them. */
  boolean shows(int some) {
    return (signs & some) != 0;
  }

  /** Whether it acquires and does not release, or the other way round. */
  boolean half() {
    return shows(Signs.ACQUIRES) != shows(Signs.RELEASES);
  }

  void learn(int more) {
    signs |= more;
  }

  /** Reads the body for signs. */
  void scan(Signs of) {
    MethodBody body = method.body().orElseThrow();
    signs |= of.of(method) | of.ofLocals(body);
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call) {
          signs |= of.ofCall(call.method());
        } else if (op instanceof Op.New n && n.function().isPresent()) {
          signs |= of.ofFunction(n.type());
        } else if (op instanceof Op.New n) {
          made.add(n.type());
        } else if (op instanceof Op.Enter) {
          signs |= Signs.LOCKS;
        } else if (op instanceof Op.Read read) {
          touch(read.slot().field());
        } else if (op instanceof Op.Write write) {
          touch(write.slot().field());
          writes = true;
        }
      }
    }
  }

  /** Whether it may call one of some methods, which have these names. */
  boolean calls(Set<String> names, Predicate<Calling> some) {
    for (Block block : method.body().orElseThrow().blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call && names.contains(call.method().name())) {
          for (MethodInfo target : slice.targets(call)) {
            Calling callee = slice.of(target);
            if (callee != null && some.test(callee)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** Reads the body for calls. */
  private void link() {
    callees = new ArrayList<>();
    for (MethodInfo kept : slice.stored(method.body().orElseThrow())) {
      link(slice.of(kept), null);
    }
    for (Block block : method.body().orElseThrow().blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.Call call) {
          for (MethodInfo target : slice.targets(call)) {
            link(slice.of(target), call.to().isPresent() ? asked : null);
          }
        } else if (op instanceof Op.New n && n.function().isPresent()) {
          slice.body(n.function().get()).ifPresent(m -> link(slice.of(m), functions));
        }
      }
    }
  }

  private void link(Calling callee, List<Calling> also) {
    if (callee != null) {
      callees.add(callee);
      if (also != null) {
        also.add(callee);
      }
      if (also == functions) {
        asked.add(callee);
      }
    }
  }

  private void touch(FieldRef field) {
    String owner = field.owner();
    if (!owner.equals(method.ref().owner())
        && (touched.isEmpty() || !touched.get(touched.size() - 1).equals(owner))) {
      touched.add(owner);
    }
  }
}
