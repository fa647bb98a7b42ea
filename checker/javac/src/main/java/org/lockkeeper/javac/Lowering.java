package org.lockkeeper.javac;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** One method body on its way to the intermediate representation: what its parts share. */
final class Lowering {
  final SourceClasses classes;
  final Unit unit;
  final Names names;
  final ClassScope owner;
  final MethodRef ref;
  final Graph graph = new Graph();

  /** {@code this}; null in static code. */
  final Var self;

  final Expressions expressions;
  final Conditions conditions;
  final Statements statements;
  final Jumps jumps = new Jumps(this);

  private final Map<VariableElement, Var> locals = new HashMap<>();
  private final Map<String, Var> unknowns = new HashMap<>(0);

  Lowering(SourceClasses classes, ClassScope owner, MethodRef ref, boolean isStatic) {
    this.classes = classes;
    this.unit = classes.unit();
    this.names = classes.names();
    this.owner = owner;
    this.ref = ref;
    this.self = isStatic ? null : graph.variable("this", owner.name);
    this.expressions = new Expressions(this);
    this.conditions = new Conditions(this);
    this.statements = new Statements(this);
  }

  // ---- places ----

  Site site(Tree tree) {
    return unit.site(ref, tree);
  }

  String type(Tree tree) {
    return names.type(unit.type(tree));
  }

  Element element(Tree tree) {
    return unit.element(tree);
  }

  // ---- variables ----

  Var temp(String type) {
    return graph.variable("", type);
  }

  /** Makes a local variable or parameter known. */
  Var declare(VariableElement variable) {
    Var known = locals.get(variable);
    if (known == null) {
      known = graph.variable(names.text(variable.getSimpleName()), names.type(variable.asType()));
      locals.put(variable, known);
    }
    return known;
  }

  /** Makes a second symbol of a parameter known. */
  void alias(VariableElement variable, Var of) {
    locals.put(variable, of);
  }

  /** The variable of a name that javac did not resolve. */
  Var unknown(String name, String type) {
    for (Map.Entry<VariableElement, Var> each : locals.entrySet()) {
      if (each.getKey().getSimpleName().contentEquals(name)) {
        return each.getValue();
      }
    }
    return unknowns.computeIfAbsent(name, n -> graph.variable(n, type));
  }

  /** The variable, if it lives in this body. */
  Var local(VariableElement variable) {
    return locals.get(variable);
  }

  /** The value of a local variable of this body or of one around it. */
  Value value(VariableElement variable, Site site) {
    Var local = locals.get(variable);
    if (local != null) {
      return local;
    }
    Value base = self();
    for (ClassScope each = owner; each != null; each = each.outer) {
      FieldRef field = each.captured().get(variable);
      if (field != null) {
        return read(Optional.of(base), field, field.type(), site);
      }
      if (each.outerField == null) {
        break;
      }
      base = read(Optional.of(base), each.outerField, each.outerField.type(), site);
    }
    return declare(variable);
  }

  /** {@code this}, or null as a constant where erroneous code asks for it in vain. */
  Value self() {
    return self == null ? Value.Const.NULL : self;
  }

  /** {@code target.this}. */
  Value self(ClassScope target, Site site) {
    Value base = self();
    for (ClassScope each = owner; each != target && each != null; each = each.outer) {
      if (each.outerField == null) {
        return base;
      }
      base = read(Optional.of(base), each.outerField, each.outerField.type(), site);
    }
    return base;
  }

  // ---- operations ----

  Var copy(String type, String operator, List<Value> from, Site site) {
    Var to = temp(type);
    graph.add(new Op.Copy(to, operator, from, site));
    return to;
  }

  void assign(Var to, Value from, Site site) {
    graph.add(new Op.Copy(to, "", List.of(from), site));
  }

  Var read(Optional<Value> base, FieldRef field, String type, Site site) {
    Var to = temp(type);
    graph.add(new Op.Read(to, new Op.Slot(base, field, Optional.empty()), site));
    return to;
  }

  void write(Optional<Value> base, FieldRef field, Value value, Site site) {
    graph.add(new Op.Write(new Op.Slot(base, field, Optional.empty()), value, site));
  }

  void writeElement(Value array, int index, Value value, Site site) {
    Optional<Value> at = Optional.of(new Value.Const(index, "int"));
    graph.add(new Op.Write(new Op.Slot(Optional.of(array), FieldRef.ELEMENT, at), value, site));
  }

  /** A call; the result is absent for {@code void}. */
  Optional<Var> call(
      MethodRef method, Op.Dispatch dispatch, List<Value> args, String returns, Site site) {
    Optional<Var> to = returns.equals("void") ? Optional.empty() : Optional.of(temp(returns));
    graph.add(new Op.Call(to, method, dispatch, List.copyOf(args), site));
    return to;
  }

  /** What a handler starts with. */
  Var caught(String type, Site site) {
    return copy(type, "catch", List.of(), site);
  }

  void rethrow(Value thrown, Site site) {
    graph.add(new Op.Return(Optional.of(thrown), true, site));
  }

  /** A handler for everything, and then nothing more. */
  List<Block.Handler> catchAll(Graph.Node target) {
    return List.of(graph.handler(Names.THROWABLE, target));
  }

  // ---- parts ----

  Value lower(ExpressionTree tree) {
    return expressions.lower(tree);
  }

  void lower(StatementTree tree) {
    statements.lower(tree);
  }
}
