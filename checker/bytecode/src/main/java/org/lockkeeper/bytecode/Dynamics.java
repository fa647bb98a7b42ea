package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import org.lockkeeper.bytecode.Names.Signature;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Dispatch;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** Lowers {@code invokedynamic} by the bootstrap methods that compilers use. */
final class Dynamics {
  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final String STRINGS = "java/lang/invoke/StringConcatFactory";

  private final Simulator run;
  private final Method method;

  Dynamics(Simulator run, Method method) {
    this.run = run;
    this.method = method;
  }

  /** The method that a function object made here runs, if the call site makes one. */
  static Optional<Handle> function(InvokeDynamicInsnNode at) {
    return at.bsm.getOwner().equals(LAMBDAS)
            && at.bsmArgs.length > 1
            && at.bsmArgs[1] instanceof Handle handle
        ? Optional.of(handle)
        : Optional.empty();
  }

  void call(InvokeDynamicInsnNode at) {
    Signature signature = run.names.signature(at.desc);
    List<Value> args =
        Invocations.fit(run.stack.pop(signature.params().size()), signature.params(), 0);
    Optional<Handle> function = function(at);
    if (function.isPresent()) {
      create(function.get(), signature.returns(), args);
    } else if (signature.returns().equals("void")) {
      run.compute("void", "dynamic", args);
      run.stack.pop();
    } else {
      boolean concat = at.bsm.getOwner().equals(STRINGS);
      List<Value> from = concat ? spelled(at, run.unprinted(args)) : args;
      run.compute(signature.returns(), concat ? "concat" : "dynamic", from);
    }
  }

  /** With the constants between the arguments, as the recipe of a concatenation has them. */
  private static List<Value> spelled(InvokeDynamicInsnNode at, List<Value> args) {
    if (at.bsmArgs.length == 0 || !(at.bsmArgs[0] instanceof String recipe)) {
      return args;
    }
    List<Value> parts = new ArrayList<>();
    Iterator<Value> next = args.iterator();
    StringTokenizer pieces = new StringTokenizer(recipe, "\1\2", true);
    while (pieces.hasMoreTokens()) {
      String piece = pieces.nextToken();
      if (piece.equals("\1") && next.hasNext()) {
        parts.add(next.next());
      } else if (!piece.equals("\1")) {
        parts.add(new Value.Const(piece, "java.lang.String"));
      }
    }
    return parts;
  }

  private void create(Handle handle, String type, List<Value> captures) {
    Resolver resolver = method.resolver();
    String owner = run.names.internal(handle.getOwner());
    MethodRef target = run.names.method(owner, handle.getName(), handle.getDesc());
    if (target.isConstructor() && handle.getOwner().indexOf('$') >= 0) {
      target =
          resolver
              .shape(handle.getOwner(), handle.getDesc())
              .map(ConstructorShape::source)
              .orElse(target);
    }
    boolean body =
        handle.getOwner().equals(method.internalOwner())
            && resolver.isLambdaBody(handle.getOwner(), handle.getName(), handle.getDesc());
    Var to = run.temp(type);
    Op.Function function = new Op.Function(target, dispatch(handle), captures, body);
    run.emit(new Op.New(to, type, Optional.of(function), run.site()));
    run.stack.push(to);
  }

  private Dispatch dispatch(Handle handle) {
    return switch (handle.getTag()) {
      case Opcodes.H_INVOKESTATIC -> Dispatch.STATIC;
      case Opcodes.H_INVOKESPECIAL, Opcodes.H_NEWINVOKESPECIAL -> Dispatch.SPECIAL;
      default -> {
        String owner = handle.getOwner();
        boolean own =
            owner.equals(method.internalOwner())
                && method.resolver().isPrivate(owner, handle.getName(), handle.getDesc());
        yield own ? Dispatch.SPECIAL : Dispatch.VIRTUAL;
      }
    };
  }
}
