package org.lockkeeper.javac;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Dispatch;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Lowers method calls and the creation of objects. */
final class Calls {
  private final Lowering in;
  private final Places places;

  Calls(Lowering in) {
    this.in = in;
    this.places = new Places(in);
  }

  /** A method or constructor call. */
  Value invocation(MethodInvocationTree tree) {
    ExpressionTree select = tree.getMethodSelect();
    while (select instanceof ParenthesizedTree parens) {
      select = parens.getExpression();
    }
    Element element = in.element(select);
    if (isConstructorCall(select)) {
      return constructor(tree, select, element);
    }
    if (element instanceof ExecutableElement method && !isMissing(method)) {
      return select instanceof MemberSelectTree member
          ? selected(tree, member, method)
          : unqualified(tree, method);
    }
    return unresolved(tree, select);
  }

  private static boolean isMissing(ExecutableElement method) {
    return !(method.asType() instanceof ExecutableType);
  }

  private boolean isConstructorCall(ExpressionTree select) {
    return in.names.isSelf(select) || in.names.isSuper(select);
  }

  private Value constructor(MethodInvocationTree tree, ExpressionTree select, Element element) {
    List<Value> args = new ArrayList<>();
    args.add(in.self());
    Value outer =
        select instanceof MemberSelectTree member ? in.lower(member.getExpression()) : null;
    Site site = in.site(tree);
    if (element instanceof ExecutableElement method && !isMissing(method)) {
      arguments(tree.getArguments(), method, args, site);
      in.call(in.names.method(method), Dispatch.SPECIAL, args, "void", site);
      if (in.names.isSuper(select)) {
        TypeElement type = (TypeElement) method.getEnclosingElement();
        keepOuter(in.self(), type, outer, in.owner.outer, site);
        keepCaptured(in.self(), type, site);
        in.classes.initialise(in);
      }
    } else {
      args.addAll(in.expressions.lower(tree.getArguments()));
      in.classes.initialise(in);
    }
    return Value.Const.NULL;
  }

  private Value selected(
      MethodInvocationTree tree, MemberSelectTree select, ExecutableElement method) {
    ExpressionTree qualifier = select.getExpression();
    String owner = in.names.receiver(in.unit.type(qualifier), method);
    MethodRef ref = in.names.method(method, owner);
    List<Value> args = new ArrayList<>(tree.getArguments().size() + 1);
    Dispatch dispatch = dispatch(method);
    if (dispatch != Dispatch.STATIC) {
      args.add(in.lower(qualifier));
      dispatch = in.names.isSuper(qualifier) ? Dispatch.SPECIAL : dispatch;
    } else if (!places.isType(qualifier)) {
      in.lower(qualifier);
    }
    return finish(tree, ref, dispatch, args, method);
  }

  static Dispatch dispatch(ExecutableElement method) {
    if (method.getModifiers().contains(Modifier.STATIC)) {
      return Dispatch.STATIC;
    }
    return method.getModifiers().contains(Modifier.PRIVATE) ? Dispatch.SPECIAL : Dispatch.VIRTUAL;
  }

  private Value unqualified(MethodInvocationTree tree, ExecutableElement method) {
    Dispatch dispatch = dispatch(method);
    List<Value> args = new ArrayList<>(tree.getArguments().size() + 1);
    Element declaring = method.getEnclosingElement();
    MethodRef ref = in.names.method(method);
    if (dispatch == Dispatch.STATIC) {
      if (in.owner.inherits(declaring)) {
        ref = in.names.method(method, in.owner.name);
      }
    } else {
      ClassScope target = in.owner.memberOf(declaring);
      args.add(target == null ? in.self() : in.self(target, in.site(tree)));
      ref = target == null ? ref : in.names.method(method, target.name);
    }
    return finish(tree, ref, dispatch, args, method);
  }

  private Value finish(
      MethodInvocationTree tree,
      MethodRef ref,
      Dispatch dispatch,
      List<Value> args,
      ExecutableElement method) {
    Site site = in.site(tree);
    arguments(tree.getArguments(), method, args, site);
    String returns = ref.returns().equals("void") ? "void" : in.type(tree);
    if (Boxes.converts(ref)) {
      return in.copy(returns, "", List.of(args.get(0)), site);
    }
    Optional<Var> result = in.call(ref, dispatch, args, returns, site);
    return result.isPresent() ? result.get() : Value.Const.NULL;
  }

  /** Arguments, those for a variable arity parameter packed into an array. */
  private void arguments(
      List<? extends ExpressionTree> trees, ExecutableElement method, List<Value> to, Site site) {
    int packed = method.isVarArgs() ? packedFrom(trees, method) : -1;
    int plain = packed < 0 ? trees.size() : packed;
    for (int i = 0; i < plain; i++) {
      to.add(in.lower(trees.get(i)));
    }
    if (packed >= 0) {
      List<String> params = in.names.method(method).params();
      String type = params.get(params.size() - 1);
      Var array = in.temp(type);
      in.graph.add(new Op.New(array, type, Optional.empty(), site));
      for (int i = packed; i < trees.size(); i++) {
        in.writeElement(array, i - packed, in.lower(trees.get(i)), in.site(trees.get(i)));
      }
      to.add(array);
    }
  }

  /** The first argument that goes into the array; -1 when an array is given as such. */
  private int packedFrom(List<? extends ExpressionTree> trees, ExecutableElement method) {
    List<? extends TypeMirror> params = ((ExecutableType) method.asType()).getParameterTypes();
    int last = params.size() - 1;
    if (trees.size() != params.size()) {
      return trees.size() < last ? -1 : last;
    }
    TypeMirror given = in.unit.type(trees.get(last));
    boolean array =
        given != null
            && (given.getKind() == TypeKind.NULL || given instanceof ArrayType)
            && in.names.isArrayOf(given, params.get(last));
    return array ? -1 : last;
  }

  private Value unresolved(MethodInvocationTree tree, ExpressionTree select) {
    List<Value> args = new ArrayList<>();
    String owner = in.owner.name;
    Dispatch dispatch = Dispatch.VIRTUAL;
    String name = Names.UNKNOWN;
    if (select instanceof MemberSelectTree member) {
      name = member.getIdentifier().toString();
      owner = in.type(member.getExpression());
      if (places.isType(member.getExpression()) && looksLikeType(member.getExpression())) {
        dispatch = Dispatch.STATIC;
      } else if (!places.isType(member.getExpression())) {
        args.add(in.lower(member.getExpression()));
      } else {
        args.add(in.unknown(member.getExpression().toString(), owner));
      }
    } else if (select instanceof IdentifierTree id) {
      name = id.getName().toString();
      dispatch = in.self == null ? Dispatch.STATIC : Dispatch.VIRTUAL;
      if (in.self != null) {
        args.add(in.self);
      }
    }
    Site site = in.site(tree);
    List<String> types = new ArrayList<>();
    for (ExpressionTree each : tree.getArguments()) {
      Value value = in.lower(each);
      args.add(value);
      types.add(value.type().equals("null") ? Names.OBJECT : value.type());
    }
    String returns = in.type(tree);
    MethodRef ref = in.names.intern(new MethodRef(owner, name, types, returns));
    Optional<Var> result = in.call(ref, dispatch, args, returns, site);
    return result.isPresent() ? result.get() : Value.Const.NULL;
  }

  private static boolean looksLikeType(ExpressionTree tree) {
    String text = tree.toString();
    return Character.isUpperCase(text.charAt(text.lastIndexOf('.') + 1));
  }

  /**
   * {@code new}: the object, its constructor's call, and what instances keep of their surroundings.
   */
  Value creation(NewClassTree tree) {
    Value outer =
        tree.getEnclosingExpression() == null ? null : in.lower(tree.getEnclosingExpression());
    TypeElement type = created(tree);
    String name = type == null ? in.type(tree) : in.names.type(type);
    if (tree.getClassBody() != null) {
      in.classes.local(tree.getClassBody(), in);
    }
    Site site = in.site(tree);
    Var fresh = in.temp(name);
    in.graph.add(new Op.New(fresh, name, Optional.empty(), site));
    List<Value> args = new ArrayList<>(tree.getArguments().size() + 1);
    args.add(fresh);
    if (in.element(tree) instanceof ExecutableElement constructor && !isMissing(constructor)) {
      MethodRef ref = in.names.method(constructor);
      if (outer != null
          && ref.params().size() == tree.getArguments().size() + 1
          && !constructor.isVarArgs()) {
        args.add(outer);
      }
      arguments(tree.getArguments(), constructor, args, site);
      in.call(ref, Dispatch.SPECIAL, args, "void", site);
    } else {
      args.addAll(in.expressions.lower(tree.getArguments()));
      List<String> types = new ArrayList<>();
      for (Value each : args.subList(1, args.size())) {
        types.add(each.type().equals("null") ? Names.OBJECT : each.type());
      }
      in.call(new MethodRef(name, "<init>", types, "void"), Dispatch.SPECIAL, args, "void", site);
    }
    if (type != null) {
      keepOuter(fresh, type, outer, in.owner, site);
      keepCaptured(fresh, type, site);
    }
    return fresh;
  }

  private TypeElement created(NewClassTree tree) {
    if (tree.getClassBody() != null) {
      return in.element(tree.getClassBody()) instanceof TypeElement type ? type : null;
    }
    return in.element(tree) instanceof ExecutableElement constructor
            && constructor.getEnclosingElement() instanceof TypeElement type
        ? type
        : null;
  }

  /**
   * The instance that the new one is in: given, or that of the nearest class around {@code from}.
   */
  private void keepOuter(Value object, TypeElement type, Value given, ClassScope from, Site site) {
    ClassScope local = in.classes.scope(type);
    if (local != null && !local.isMember()) {
      if (local.outerField != null) {
        in.write(Optional.of(object), local.outerField, in.self(local.outer, site), site);
      }
    } else if (Names.isInnerMember(type)
        && type.getEnclosingElement() instanceof TypeElement around) {
      FieldRef field = new FieldRef(in.names.type(type), "this$0", in.names.type(around));
      ClassScope target = from == null ? null : from.memberOf(around);
      Value implied = given != null || target == null ? in.self() : in.self(target, site);
      in.write(Optional.of(object), field, given != null ? given : implied, site);
    }
  }

  private void keepCaptured(Value object, TypeElement type, Site site) {
    ClassScope scope = in.classes.scope(type);
    if (scope != null) {
      for (Map.Entry<VariableElement, FieldRef> each : scope.captured().entrySet()) {
        Value value = in.value(each.getKey(), site);
        in.write(Optional.of(object), each.getValue(), value, site);
      }
    }
  }
}
