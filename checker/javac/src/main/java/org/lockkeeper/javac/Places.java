package org.lockkeeper.javac;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Lowers names, field accesses and array accesses: what can be read and assigned. */
final class Places {

  /** A variable (JLS 4.12): a local when {@code slot} is null. */
  final class Place {
    private final Var local;
    private final Op.Slot slot;
    private final String type;

    private Place(Var local, Op.Slot slot, String type) {
      this.local = local;
      this.slot = slot;
      this.type = type;
    }

    boolean isLocal() {
      return slot == null;
    }

    Value read(Site site) {
      if (slot == null) {
        return local;
      }
      Var to = in.temp(type);
      in.graph.add(new Op.Read(to, slot, site));
      return to;
    }

    void write(Value value, Site site) {
      if (slot == null) {
        in.assign(local, value, site);
      } else {
        in.graph.add(new Op.Write(slot, value, site));
      }
    }

    /** Gives the variable a computed value and returns that. */
    Value update(String operator, List<Value> operands, String result, Site site) {
      if (slot == null) {
        in.graph.add(new Op.Copy(local, operator, operands, site));
        return local;
      }
      Var computed = in.copy(result, operator, operands, site);
      write(computed, site);
      return computed;
    }
  }

  private final Lowering in;

  Places(Lowering in) {
    this.in = in;
  }

  /** The value of a simple name. */
  Value name(IdentifierTree tree) {
    if (in.names.isSelf(tree)) {
      return in.self();
    }
    Element element = in.element(tree);
    if (element instanceof VariableElement variable) {
      Optional<Value> constant = Constants.of(variable, in.names);
      return constant.isPresent() ? constant.get() : of(tree).read(in.site(tree));
    }
    return isType(element)
        ? Value.Const.NULL
        : in.unknown(tree.getName().toString(), in.type(tree));
  }

  /** Whether a name denotes no value. */
  static boolean isType(Element element) {
    return element instanceof TypeElement
        || element instanceof PackageElement
        || element instanceof TypeParameterElement;
  }

  /** Whether an expression is a type's or package's name. */
  boolean isType(ExpressionTree tree) {
    if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
      return !in.names.isSelf(tree) && !in.names.isQualifiedSelf(tree) && isType(in.element(tree));
    }
    return !(tree instanceof ParenthesizedTree) && tree.getKind().name().endsWith("_TYPE");
  }

  /** The value of {@code qualifier.name}. */
  Value select(MemberSelectTree tree) {
    Element element = in.element(tree);
    if (tree.getIdentifier().contentEquals("class")) {
      String name = in.type(tree.getExpression());
      return new Value.Const(new Value.ClassLiteral(name), "java.lang.Class");
    } else if (in.names.isQualifiedSelf(tree)) {
      return qualifiedSelf(tree);
    } else if (!(element instanceof VariableElement variable)) {
      return isType(element) ? Value.Const.NULL : unresolved(tree);
    } else if (isLength(tree, variable)) {
      Value array = in.lower(tree.getExpression());
      return in.copy("int", "length", List.of(array), in.site(tree));
    } else {
      Optional<Value> constant = Constants.of(variable, in.names);
      return constant.isPresent() && isType(tree.getExpression())
          ? constant.get()
          : of(tree).read(in.site(tree));
    }
  }

  private Value unresolved(MemberSelectTree tree) {
    return of(tree).read(in.site(tree));
  }

  private boolean isLength(MemberSelectTree tree, VariableElement variable) {
    TypeMirror type =
        variable.getSimpleName().contentEquals("length")
            ? in.unit.type(tree.getExpression())
            : null;
    return type != null && type.getKind() == TypeKind.ARRAY;
  }

  private Value qualifiedSelf(MemberSelectTree tree) {
    Element target = in.element(tree.getExpression());
    for (ClassScope each = in.owner; each != null; each = each.outer) {
      if (each.element == target) {
        return in.self(each, in.site(tree));
      }
    }
    return in.self();
  }

  /** The variable that an expression denotes; its base and index are evaluated once. */
  Place of(ExpressionTree tree) {
    if (tree instanceof ParenthesizedTree parens) {
      return of(parens.getExpression());
    } else if (tree instanceof ArrayAccessTree access) {
      Value array = in.lower(access.getExpression());
      Value index = in.lower(access.getIndex());
      Op.Slot slot = new Op.Slot(Optional.of(array), FieldRef.ELEMENT, Optional.of(index));
      return new Place(null, slot, in.type(tree));
    }
    Element element = in.element(tree);
    if (element instanceof VariableElement variable && variable.getKind().isField()) {
      return field(tree, variable);
    } else if (element instanceof VariableElement variable) {
      return localPlace(variable, tree);
    } else if (tree instanceof MemberSelectTree select) {
      FieldRef missing =
          new FieldRef(Names.UNKNOWN, select.getIdentifier().toString(), Names.UNKNOWN);
      Optional<Value> base =
          isType(select.getExpression())
              ? Optional.empty()
              : Optional.of(in.lower(select.getExpression()));
      return new Place(null, new Op.Slot(base, missing, Optional.empty()), Names.UNKNOWN);
    }
    String name = tree instanceof IdentifierTree id ? id.getName().toString() : "";
    return new Place(in.unknown(name, in.type(tree)), null, Names.UNKNOWN);
  }

  private Place localPlace(VariableElement variable, ExpressionTree tree) {
    Var local = in.local(variable);
    if (local == null) {
      Value value = in.value(variable, in.site(tree));
      local = value instanceof Var var ? var : in.declare(variable);
    }
    return new Place(local, null, local.type());
  }

  private Place field(ExpressionTree tree, VariableElement field) {
    Optional<Value> base = Optional.empty();
    boolean isStatic =
        field.getModifiers().contains(Modifier.STATIC)
            || field.getKind() == ElementKind.ENUM_CONSTANT;
    if (tree instanceof MemberSelectTree select) {
      if (!isStatic) {
        base = Optional.of(in.lower(select.getExpression()));
      } else if (!isType(select.getExpression())) {
        in.lower(select.getExpression());
      }
    } else if (!isStatic) {
      ClassScope target = in.owner.memberOf(field.getEnclosingElement());
      base = Optional.of(target == null ? in.self() : in.self(target, in.site(tree)));
    }
    String type = in.type(tree);
    FieldRef ref = in.names.field(field);
    Op.Slot slot = new Op.Slot(base, ref, Optional.empty());
    return new Place(null, slot, type.equals(Names.UNKNOWN) ? ref.type() : type);
  }
}
