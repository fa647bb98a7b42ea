package org.lockkeeper.javac;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.lockkeeper.bytecode.PackedBody;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Modifiers;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Op.Dispatch;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Lowers lambdas, whose bodies become methods, and method references. */
final class Functions {
  private final Lowering in;

  Functions(Lowering in) {
    this.in = in;
  }

  /** A lambda. */
  Value lambda(LambdaExpressionTree tree) {
    Captures captures = Captures.of(tree, in.classes);
    boolean isStatic = in.self == null || !captures.usesSelf();
    Op.Function made = in.owner.lambdas().get(tree);
    if (made == null) {
      made = body(tree, captures, isStatic);
      in.owner.lambdas().put(tree, made);
    }
    Site site = in.site(tree);
    List<Value> values = new ArrayList<>();
    if (!isStatic) {
      values.add(in.self());
    }
    for (VariableElement each : captures.locals()) {
      values.add(in.value(each, site));
    }
    return create(tree, new Op.Function(made.target(), made.dispatch(), values, true), site);
  }

  private Value create(Tree tree, Op.Function function, Site site) {
    String type = in.type(tree);
    Var to = in.temp(type);
    in.graph.add(new Op.New(to, type, Optional.of(function), site));
    return to;
  }

  private Op.Function body(LambdaExpressionTree tree, Captures captures, boolean isStatic) {
    List<VariableElement> declared = new ArrayList<>(captures.locals());
    for (VariableTree each : tree.getParameters()) {
      if (in.element(each) instanceof VariableElement parameter) {
        declared.add(parameter);
      }
    }
    List<String> types = new ArrayList<>();
    for (VariableElement each : declared) {
      types.add(in.names.type(each.asType()));
    }
    String returns = in.classes.returned(in.unit.type(tree));
    String name = in.owner.lambdaName(in.ref.name());
    MethodRef ref = new MethodRef(in.owner.name, name, types, returns);
    Dispatch dispatch = isStatic ? Dispatch.STATIC : Dispatch.SPECIAL;
    Op.Function function = new Op.Function(ref, dispatch, List.of(), true);
    in.owner.lambdas().put(tree, function);
    int place = in.owner.reserve();
    Lowering inner = new Lowering(in.classes, in.owner, ref, isStatic);
    List<Var> params = new ArrayList<>();
    if (!isStatic) {
      params.add(inner.self);
    }
    for (VariableElement each : declared) {
      params.add(inner.declare(each));
    }
    run(tree, inner, returns.equals("void"));
    in.owner.add(place, method(inner, params, declared, tree, isStatic));
    return function;
  }

  private static void run(LambdaExpressionTree tree, Lowering inner, boolean isVoid) {
    if (tree.getBody() instanceof ExpressionTree expression) {
      Site site = inner.site(expression);
      if (isVoid) {
        inner.expressions.effect(expression);
        inner.graph.add(new Op.Return(Optional.empty(), false, site));
      } else {
        inner.graph.add(new Op.Return(Optional.of(inner.lower(expression)), false, site));
      }
    } else {
      inner.statements.lower(tree.getBody());
    }
  }

  private MethodInfo method(
      Lowering inner,
      List<Var> params,
      List<VariableElement> declared,
      Tree tree,
      boolean isStatic) {
    Site end = inner.site(tree);
    Optional<MethodBody> body = Optional.of(inner.graph.finish(inner.ref, params, end));
    int bits = Modifier.PRIVATE | Modifiers.SYNTHETIC | (isStatic ? Modifier.STATIC : 0);
    return new MethodInfo(
        inner.ref,
        bits,
        List.of(),
        in.classes.members().params(declared),
        List.of(),
        Optional.of(in.ref),
        end,
        PackedBody.of(body));
  }

  /** A method reference. */
  Value reference(MemberReferenceTree tree) {
    ExpressionTree qualifier = tree.getQualifierExpression();
    TypeMirror type = in.unit.type(qualifier);
    if (type != null && type.getKind() == TypeKind.ARRAY && isConstructor(tree)) {
      return arrayConstructor(tree, in.names.type(type));
    }
    Site site = in.site(tree);
    boolean isType =
        new Places(in).isType(qualifier) || Newer.isKind(qualifier, "PARAMETERIZED_TYPE");
    List<Value> captured = isType || isConstructor(tree) ? List.of() : List.of(in.lower(qualifier));
    if (!(in.element(tree) instanceof ExecutableElement method)) {
      String name = isConstructor(tree) ? "<init>" : tree.getName().toString();
      MethodRef missing = new MethodRef(in.type(qualifier), name, List.of(), Names.UNKNOWN);
      return create(tree, new Op.Function(missing, Dispatch.VIRTUAL, captured, false), site);
    }
    MethodRef ref =
        isConstructor(tree)
            ? in.names.method(method)
            : in.names.method(method, in.names.receiver(type, method));
    Dispatch dispatch = Calls.dispatch(method);
    if (isConstructor(tree) || in.names.isSuper(qualifier)) {
      dispatch = Dispatch.SPECIAL;
    }
    List<Value> values = dispatch == Dispatch.STATIC ? List.of() : captured;
    return create(tree, new Op.Function(ref, dispatch, values, false), site);
  }

  private static boolean isConstructor(MemberReferenceTree tree) {
    return tree.getMode() == MemberReferenceTree.ReferenceMode.NEW;
  }

  private Value arrayConstructor(MemberReferenceTree tree, String type) {
    Site site = in.site(tree);
    Op.Function made = in.owner.lambdas().get(tree);
    if (made == null) {
      String name = in.owner.lambdaName(in.ref.name());
      MethodRef ref = new MethodRef(in.owner.name, name, List.of("int"), type);
      made = new Op.Function(ref, Dispatch.STATIC, List.of(), true);
      in.owner.lambdas().put(tree, made);
      Lowering inner = new Lowering(in.classes, in.owner, ref, true);
      Var size = inner.graph.variable("", "int");
      Var array = inner.temp(type);
      Site at = inner.site(tree);
      inner.graph.add(new Op.New(array, type, Optional.empty(), at));
      inner.graph.add(new Op.Return(Optional.of(array), false, at));
      Optional<MethodBody> body = Optional.of(inner.graph.finish(ref, List.of(size), at));
      MethodInfo.Param param = new MethodInfo.Param("size", "int", false, List.of());
      int bits = Modifier.PRIVATE | Modifiers.SYNTHETIC | Modifier.STATIC;
      Optional<MethodRef> around = Optional.of(in.ref);
      in.owner.add(
          in.owner.reserve(),
          new MethodInfo(
              ref, bits, List.of(), List.of(param), List.of(), around, at, PackedBody.of(body)));
    }
    return create(tree, made, site);
  }
}
