package org.lockkeeper.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Const;
import org.lockkeeper.ir.Value.Var;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Runs the instructions of one block over an operand stack of IR values and collects operations.
 */
final class Simulator {
  private static final String[] OPERATORS = {
    "+", "-", "*", "/", "%", "-", "<<", ">>", ">>>", "&", "|", "^"
  };
  private static final String[] NUMBERS = {"int", "long", "float", "double"};
  private static final String[] ARRAYS = {
    "boolean", "char", "float", "double", "byte", "short", "int", "long"
  };

  final OperandStack stack = new OperandStack();
  final Names names;
  private final Resolver resolver;
  private final Variables variables;
  private final LocalAccess locals;
  private final Invocations invocations;
  private final Method method;
  private final Map<Value, Site> created = new HashMap<>();
  private List<Op> ops = new ArrayList<>();
  private Site site;

  /** How a local slot is read and written. */
  interface LocalAccess {
    Value load(VarInsnNode access, Simulator run);

    Var variable(AbstractInsnNode access, String type);
  }

  Simulator(Method method, Variables variables, LocalAccess locals) {
    this.method = method;
    this.resolver = method.resolver();
    this.names = resolver.names();
    this.variables = variables;
    this.locals = locals;
    invocations = new Invocations(this, method);
    site = method.site(0);
  }

  /** Starts a block. */
  void begin(List<Op> into, List<Value> entry) {
    ops = into;
    stack.reset(entry);
  }

  /** Sets the source line of what follows. */
  void line(int line) {
    if (line != site.line()) {
      site = method.site(line);
    }
  }

  Site site() {
    return site;
  }

  /** Where the object was created that a constructor is called on: that is where people look. */
  Site creation(Value fresh) {
    return created.getOrDefault(fresh, site);
  }

  void emit(Op op) {
    ops.add(op);
  }

  /**
   * The arguments of a concatenation before the compiler turned them into strings, to fix the order
   * of evaluation.
   */
  List<Value> unprinted(List<Value> args) {
    List<Value> raw = new ArrayList<>(args);
    for (int i = ops.size() - 1; i >= 0; i--) {
      if (ops.get(i) instanceof Op.Call call
          && call.method().key().equals("java.lang.String#valueOf(Object)")) {
        int at = raw.indexOf(call.to().get());
        if (at >= 0) {
          raw.set(at, call.args().get(0));
          ops.remove(i);
        }
      }
    }
    return raw;
  }

  Var temp(String type) {
    return variables.fresh("", type);
  }

  void compute(String type, String operator, List<Value> from) {
    Var to = temp(type);
    emit(new Op.Copy(to, operator, from, site));
    stack.push(to);
  }

  /** Executes anything but jumps and switches. */
  void step(AbstractInsnNode at) {
    switch (at.getType()) {
      case AbstractInsnNode.INSN -> plain(at);
      case AbstractInsnNode.INT_INSN -> number((IntInsnNode) at);
      case AbstractInsnNode.VAR_INSN -> variable((VarInsnNode) at);
      case AbstractInsnNode.IINC_INSN -> increment((IincInsnNode) at);
      case AbstractInsnNode.TYPE_INSN -> type((TypeInsnNode) at);
      case AbstractInsnNode.FIELD_INSN -> field((FieldInsnNode) at);
      case AbstractInsnNode.METHOD_INSN -> invocations.call((MethodInsnNode) at);
      case AbstractInsnNode.INVOKE_DYNAMIC_INSN ->
          new Dynamics(this, method).call((InvokeDynamicInsnNode) at);
      case AbstractInsnNode.LDC_INSN -> constant(((LdcInsnNode) at).cst);
      case AbstractInsnNode.MULTIANEWARRAY_INSN -> {
        MultiANewArrayInsnNode array = (MultiANewArrayInsnNode) at;
        stack.pop(array.dims);
        create(names.descriptor(array.desc));
      }
      default -> {}
    }
  }

  private void plain(AbstractInsnNode at) {
    int op = at.getOpcode();
    if (op >= Opcodes.ACONST_NULL && op <= Opcodes.DCONST_1) {
      stack.push(small(op));
    } else if (op >= Opcodes.IALOAD && op <= Opcodes.SALOAD) {
      readElement(op);
    } else if (op >= Opcodes.IASTORE && op <= Opcodes.SASTORE) {
      Value value = stack.pop();
      Value index = stack.pop();
      Value base = stack.pop();
      Value fitting = Constants.fit(value, element(base.type(), "int"));
      emit(new Op.Write(slot(base, index), fitting, site));
    } else if (op >= Opcodes.POP && op <= Opcodes.SWAP) {
      stack.shuffle(op);
    } else if (op >= Opcodes.IADD && op <= Opcodes.LXOR) {
      arithmetic(op);
    } else if (op >= Opcodes.I2L && op <= Opcodes.I2S) {
      compute(Constants.converted(op), "", List.of(stack.pop()));
    } else if (op >= Opcodes.LCMP && op <= Opcodes.DCMPG) {
      compute("int", "cmp", stack.pop(2));
    } else if (op >= Opcodes.IRETURN) {
      leave(op, at);
    }
  }

  private static Value small(int op) {
    if (op == Opcodes.ACONST_NULL) {
      return Const.NULL;
    }
    if (op <= Opcodes.ICONST_5) {
      return Constants.of(op - Opcodes.ICONST_0);
    }
    if (op <= Opcodes.LCONST_1) {
      return new Const((long) (op - Opcodes.LCONST_0), "long");
    }
    return op <= Opcodes.FCONST_2
        ? new Const((float) (op - Opcodes.FCONST_0), "float")
        : new Const((double) (op - Opcodes.DCONST_0), "double");
  }

  private void leave(int op, AbstractInsnNode at) {
    switch (op) {
      case Opcodes.ARRAYLENGTH -> compute("int", "length", List.of(stack.pop()));
      case Opcodes.MONITORENTER -> emit(new Op.Enter(enterable(at), site));
      case Opcodes.MONITOREXIT -> emit(new Op.Exit(stack.pop(), site));
      case Opcodes.RETURN -> emit(new Op.Return(Optional.empty(), false, site));
      case Opcodes.ATHROW -> emit(new Op.Return(Optional.of(stack.pop()), true, site));
      default -> {
        Value value = Constants.fit(stack.pop(), method.ref().returns());
        emit(new Op.Return(Optional.of(value), false, site));
      }
    }
  }

  /** Prefers the temporary that the exits name too. */
  private Value enterable(AbstractInsnNode enter) {
    Value lock = stack.pop();
    AbstractInsnNode before = Simplifier.previous(enter);
    return before instanceof VarInsnNode store && Webs.isStore(store)
        ? locals.variable(store, lock.type())
        : lock;
  }

  private static String element(String array, String otherwise) {
    return array != null && array.endsWith("[]")
        ? array.substring(0, array.length() - 2)
        : otherwise;
  }

  private void readElement(int op) {
    String[] kinds = {
      "int", "long", "float", "double", "java.lang.Object", "byte", "char", "short"
    };
    Value index = stack.pop();
    Value base = stack.pop();
    Var to = temp(element(base.type(), kinds[op - Opcodes.IALOAD]));
    emit(new Op.Read(to, slot(base, index), site));
    stack.push(to);
  }

  private static Op.Slot slot(Value base, Value index) {
    return new Op.Slot(Optional.of(base), FieldRef.ELEMENT, Optional.of(index));
  }

  private void arithmetic(int op) {
    boolean four = op < Opcodes.ISHL;
    int offset = op - (four ? Opcodes.IADD : Opcodes.ISHL);
    String operator = OPERATORS[four ? offset / 4 : 6 + offset / 2];
    String type = NUMBERS[four ? offset % 4 : offset % 2];
    boolean unary = op >= Opcodes.INEG && op <= Opcodes.DNEG;
    List<Value> from = stack.pop(unary ? 1 : 2);
    if (op >= Opcodes.IAND && op <= Opcodes.LXOR && areBooleans(from)) {
      compute("boolean", operator, List.of(fitBoolean(from.get(0)), fitBoolean(from.get(1))));
    } else if (operator.equals("^") && isMinusOne(from.get(1))) {
      compute(type, "~", from.subList(0, 1));
    } else {
      compute(type, operator, from);
    }
  }

  private static boolean isMinusOne(Value value) {
    return value instanceof Const c && c.value() instanceof Number n && n.longValue() == -1;
  }

  private static Value fitBoolean(Value value) {
    return Constants.fit(value, "boolean");
  }

  private static boolean areBooleans(List<Value> values) {
    boolean typed = false;
    for (Value each : values) {
      typed |= "boolean".equals(each.type());
      if (!Constants.canBeBoolean(each)) {
        return false;
      }
    }
    return typed;
  }

  private void number(IntInsnNode at) {
    if (at.getOpcode() == Opcodes.NEWARRAY) {
      stack.pop();
      create(ARRAYS[at.operand - Opcodes.T_BOOLEAN] + "[]");
    } else {
      stack.push(Constants.of(at.operand));
    }
  }

  private void variable(VarInsnNode at) {
    if (!Webs.isStore(at)) {
      stack.push(locals.load(at, this));
      return;
    }
    Value value = stack.pop();
    Var to = locals.variable(at, value.type().equals("null") ? null : value.type());
    spill(to);
    emit(new Op.Copy(to, "", List.of(Constants.fit(value, to.type())), site));
  }

  /** Saves what the stack still holds of a variable that is about to change. */
  private void spill(Var changing) {
    Var saved = null;
    for (int i = 0; i < stack.size(); i++) {
      if (stack.get(i).equals(changing)) {
        if (saved == null) {
          saved = temp(changing.type());
          emit(new Op.Copy(saved, "", List.of(changing), site));
        }
        stack.set(i, saved);
      }
    }
  }

  private void increment(IincInsnNode at) {
    Var to = locals.variable(at, "int");
    spill(to);
    String operator = at.incr < 0 ? "-" : "+";
    emit(new Op.Copy(to, operator, List.of(to, Constants.of(Math.abs(at.incr))), site));
  }

  private void create(String type) {
    Var to = temp(type);
    created.put(to, site);
    emit(new Op.New(to, type, Optional.empty(), site));
    stack.push(to);
  }

  private void type(TypeInsnNode at) {
    String type = names.internal(at.desc);
    switch (at.getOpcode()) {
      case Opcodes.NEW -> create(type);
      case Opcodes.ANEWARRAY -> {
        stack.pop();
        create(type + "[]");
      }
      case Opcodes.INSTANCEOF -> compute("boolean", "instanceof", List.of(stack.pop()));
      default -> {
        if (!type.equals(stack.get(stack.size() - 1).type())) {
          compute(type, "cast", List.of(stack.pop()));
        }
      }
    }
  }

  private void constant(Object value) {
    if (value instanceof Type type && type.getSort() != Type.METHOD) {
      stack.push(new Const(new Value.ClassLiteral(names.type(type)), "java.lang.Class"));
    } else if (value instanceof String) {
      stack.push(new Const(value, "java.lang.String"));
    } else if (value instanceof Number) {
      stack.push(Constants.of((Number) value));
    } else {
      compute(Constants.typeOfDynamic(value, names), "constant", List.of());
    }
  }

  private void field(FieldInsnNode at) {
    if (at.name.equals("TYPE")
        && at.desc.equals("Ljava/lang/Class;")
        && Constants.unboxed(at.owner) != null) {
      stack.push(new Const(new Value.ClassLiteral(Constants.unboxed(at.owner)), "java.lang.Class"));
      return;
    }
    FieldRef field = resolver.field(at.owner, at.name, at.desc);
    boolean isStatic = at.getOpcode() <= Opcodes.PUTSTATIC;
    if (at.getOpcode() == Opcodes.GETFIELD || at.getOpcode() == Opcodes.GETSTATIC) {
      Optional<Value> base = isStatic ? Optional.empty() : Optional.of(stack.pop());
      read(new Op.Slot(base, field, Optional.empty()));
      return;
    }
    Value value = Constants.fit(stack.pop(), field.type());
    Optional<Value> base = isStatic ? Optional.empty() : Optional.of(stack.pop());
    boolean hidden =
        method.ref().isConstructor() && method.isFedByCreator(field)
            || method.ofEnum() && at.name.equals("$VALUES");
    if (!hidden) {
      emit(new Op.Write(new Op.Slot(base, field, Optional.empty()), value, site));
    }
  }

  void read(Op.Slot slot) {
    Var to = temp(slot.field().type());
    emit(new Op.Read(to, slot, site));
    stack.push(to);
  }
}
