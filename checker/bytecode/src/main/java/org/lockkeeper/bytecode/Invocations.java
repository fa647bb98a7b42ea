package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Dispatch;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.lockkeeper.ir.Value.Var;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Lowers calls to what the source says: without accessors, boxing and added arguments. */
final class Invocations {
  /** Class files of this format and later let nest mates call each other's private methods. */
  private static final int NESTS = 55;

  private final Simulator run;
  private final Method method;
  private final Resolver resolver;

  Invocations(Simulator run, Method method) {
    this.run = run;
    this.method = method;
    resolver = method.resolver();
  }

  void call(MethodInsnNode at) {
    if (at.name.equals("<init>")) {
      construct(at);
    } else if (at.name.equals("$values") && method.ofEnum()) {
      run.stack.push(Const.NULL);
    } else if (!boxes(at) && !accesses(at)) {
      String owner = at.owner.startsWith("[") ? "java.lang.Object" : run.names.internal(at.owner);
      if (Polymorphic.isOne(at)) {
        new Polymorphic(run).call(at);
        return;
      }
      MethodRef ref = run.names.method(owner, at.name, at.desc);
      Dispatch dispatch = dispatch(at);
      int receiver = dispatch == Dispatch.STATIC ? 0 : 1;
      List<Value> args = run.stack.pop(ref.params().size() + receiver);
      emit(ref, dispatch, fit(args, ref.params(), receiver), run.site());
    }
  }

  private void emit(MethodRef ref, Dispatch dispatch, List<Value> args, Site site) {
    Optional<Var> to =
        ref.returns().equals("void") ? Optional.empty() : Optional.of(run.temp(ref.returns()));
    run.emit(new Op.Call(to, ref, dispatch, List.copyOf(args), site));
    to.ifPresent(run.stack::push);
  }

  static List<Value> fit(List<Value> args, List<String> params, int receiver) {
    List<Value> fitting = new ArrayList<>(args.size());
    for (int i = 0; i < args.size(); i++) {
      Value arg = args.get(i);
      fitting.add(i < receiver ? arg : Constants.fit(arg, params.get(i - receiver)));
    }
    return fitting;
  }

  private Dispatch dispatch(MethodInsnNode at) {
    return switch (at.getOpcode()) {
      case Opcodes.INVOKESTATIC -> Dispatch.STATIC;
      case Opcodes.INVOKESPECIAL -> Dispatch.SPECIAL;
      default ->
          method.version() >= NESTS
                  && isNestMate(at.owner)
                  && resolver.isPrivate(at.owner, at.name, at.desc)
              ? Dispatch.SPECIAL
              : Dispatch.VIRTUAL;
    };
  }

  private boolean isNestMate(String owner) {
    String own = method.internalOwner();
    return owner.equals(own) || host(owner).equals(host(own));
  }

  private static String host(String internal) {
    int nested = internal.indexOf('$', internal.lastIndexOf('/') + 2);
    return nested < 0 ? internal : internal.substring(0, nested);
  }

  private boolean boxes(MethodInsnNode at) {
    String primitive = at.owner.startsWith("java/lang/") ? Constants.unboxed(at.owner) : null;
    if (primitive == null || !at.name.endsWith("alue") && !at.name.equals("valueOf")) {
      return false;
    }
    Names.Signature signature = run.names.signature(at.desc);
    String box = run.names.internal(at.owner);
    boolean boxing =
        at.name.equals("valueOf")
            && signature.params().equals(List.of(primitive))
            && signature.returns().equals(box);
    boolean unboxing = at.name.equals(primitive + "Value") && signature.returns().equals(primitive);
    if (boxing || unboxing) {
      List<Value> from = List.of(Constants.fit(run.stack.pop(), primitive));
      run.compute(boxing ? box : primitive, "", from);
    }
    return boxing || unboxing;
  }

  /** Runs the code of an accessor in place of the call. */
  private boolean accesses(MethodInsnNode at) {
    if (at.getOpcode() != Opcodes.INVOKESTATIC || !at.name.startsWith("access$")) {
      return false;
    }
    Optional<MethodNode> found = resolver.accessor(at.owner, at.name, at.desc);
    if (found.isEmpty()) {
      return false;
    }
    List<Value> args = run.stack.pop(Resolver.arguments(at.desc));
    Value[] slots = new Value[found.get().maxLocals + 2];
    int slot = 0;
    for (Value each : args) {
      slots[slot] = each;
      slot += "long".equals(each.type()) || "double".equals(each.type()) ? 2 : 1;
    }
    for (AbstractInsnNode each : found.get().instructions) {
      if (each instanceof VarInsnNode load) {
        run.stack.push(slots[load.var]);
      } else if (each.getOpcode() >= 0 && !isReturn(each)) {
        run.step(each);
      }
    }
    return true;
  }

  private static boolean isReturn(AbstractInsnNode at) {
    return at.getOpcode() >= Opcodes.IRETURN && at.getOpcode() <= Opcodes.RETURN;
  }

  private void construct(MethodInsnNode at) {
    List<Value> args = run.stack.pop(Resolver.arguments(at.desc));
    Value fresh = run.stack.pop();
    if (at.owner.equals("java/lang/Enum")) {
      args.clear();
    }
    MethodRef ref = run.names.method(run.names.internal(at.owner), "<init>", at.desc);
    Optional<ConstructorShape> shape = mayHaveMore(at) ? shape(at, ref, args) : Optional.empty();
    if (shape.isEmpty() || shape.get().isPlain()) {
      args.add(0, fresh);
      emit(ref, Dispatch.SPECIAL, fit(args, ref.params(), 1), run.creation(fresh));
      return;
    }
    List<Value> declared = new ArrayList<>(List.of(fresh));
    List<Op> writes = new ArrayList<>();
    List<String> fields = shape.get().fields();
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      if (field.equals(ConstructorShape.SOURCE)) {
        declared.add(args.get(i));
      } else if (!field.equals(ConstructorShape.DROPPED) && feeds(fresh, at)) {
        FieldRef to = new FieldRef(ref.owner(), field, ref.params().get(i));
        Op.Slot slot = new Op.Slot(Optional.of(fresh), to, Optional.empty());
        writes.add(new Op.Write(slot, args.get(i), run.creation(fresh)));
      }
    }
    MethodRef source = shape.get().source();
    emit(source, Dispatch.SPECIAL, fit(declared, source.params(), 1), run.creation(fresh));
    writes.forEach(run::emit);
  }

  /** A constructor that calls another of its class leaves it to whoever creates the instance. */
  private boolean feeds(Value fresh, MethodInsnNode at) {
    boolean own = fresh instanceof Var v && v.index() == 0 && v.name().equals("this");
    return !(own && method.ref().isConstructor() && at.owner.equals(method.internalOwner()));
  }

  private boolean mayHaveMore(MethodInsnNode at) {
    return at.owner.indexOf('$') >= 0 || (method.ofEnum() && !at.desc.equals("()V"));
  }

  private Optional<ConstructorShape> shape(MethodInsnNode at, MethodRef ref, List<Value> args) {
    int last = args.size() - 1;
    boolean access =
        last >= 0
            && args.get(last) == Const.NULL
            && ConstructorShape.isAccessMarker(ref.params().get(last));
    if (!access) {
      return resolver.shape(at.owner, at.desc);
    }
    Type[] types = Arrays.copyOf(Type.getArgumentTypes(at.desc), last);
    String desc = Type.getMethodDescriptor(Type.VOID_TYPE, types);
    List<String> fields = new ArrayList<>();
    MethodRef plain = run.names.method(ref.owner(), "<init>", desc);
    ConstructorShape known = resolver.shape(at.owner, desc).orElse(null);
    MethodRef source = known == null ? plain : known.source();
    for (int i = 0; i < last; i++) {
      fields.add(known == null ? ConstructorShape.SOURCE : known.fields().get(i));
    }
    fields.add(ConstructorShape.DROPPED);
    return Optional.of(new ConstructorShape(source, fields));
  }
}
