package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Signature polymorphic calls (JVMS 2.9.3): the class file has the types of the call, models have
 * those of the declaration.
 */
final class Polymorphic {
  private final Simulator run;

  Polymorphic(Simulator run) {
    this.run = run;
  }

  static boolean isOne(MethodInsnNode at) {
    if (at.owner.equals("java/lang/invoke/MethodHandle")) {
      return at.name.equals("invoke") || at.name.equals("invokeExact");
    }
    return at.owner.equals("java/lang/invoke/VarHandle")
        && (at.name.startsWith("get")
            || at.name.startsWith("set")
            || at.name.startsWith("compareAnd")
            || at.name.startsWith("weakCompareAnd"));
  }

  private static String declaredResult(String name) {
    if (name.startsWith("set")) {
      return "void";
    }
    return name.contains("ompareAndSet") ? "boolean" : "java.lang.Object";
  }

  void call(MethodInsnNode at) {
    Names.Signature used = run.names.signature(at.desc);
    List<Value> args = Invocations.fit(run.stack.pop(used.params().size()), used.params(), 0);
    Value receiver = run.stack.pop();
    Var array = run.temp("java.lang.Object[]");
    run.emit(new Op.New(array, array.type(), Optional.empty(), run.site()));
    for (int i = 0; i < args.size(); i++) {
      Op.Slot slot =
          new Op.Slot(Optional.of(array), FieldRef.ELEMENT, Optional.of(Constants.of(i)));
      run.emit(new Op.Write(slot, args.get(i), run.site()));
    }
    String result = declaredResult(at.name);
    String owner = run.names.internal(at.owner);
    MethodRef ref = new MethodRef(owner, at.name, List.of(array.type()), result);
    Optional<Var> to = result.equals("void") ? Optional.empty() : Optional.of(run.temp(result));
    List<Value> all = new ArrayList<>(List.of(receiver, array));
    run.emit(new Op.Call(to, ref, Op.Dispatch.VIRTUAL, List.copyOf(all), run.site()));
    if (to.isPresent() && !used.returns().equals("void")) {
      run.stack.push(to.get());
      if (!used.returns().equals(result)) {
        run.compute(used.returns(), "cast", List.of(run.stack.pop()));
      }
    }
  }
}
