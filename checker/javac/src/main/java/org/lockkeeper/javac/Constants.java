package org.lockkeeper.javac;

import com.sun.source.tree.Tree;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Value;

/** Constant expressions (JLS 15.29), as far as loop bounds and conditions need them. */
final class Constants {
  private Constants() {}

  /** The value of a constant variable. */
  static Optional<Value> of(VariableElement variable, Names names) {
    Object value = variable.getConstantValue();
    return value == null ? Optional.empty() : Optional.of(of(value, names.type(variable.asType())));
  }

  /** A constant; narrow integers become {@link Integer}. */
  static Value of(Object value, String type) {
    if (value instanceof Boolean flag) {
      return flag ? Value.Const.TRUE : Value.Const.FALSE;
    }
    boolean narrow = value instanceof Byte || value instanceof Short;
    return new Value.Const(narrow ? (Object) ((Number) value).intValue() : value, type);
  }

  /** The outcome of a comparison of integers, booleans or null. */
  static Optional<Boolean> compare(Value.Const left, Relation relation, Value.Const right) {
    if (isIntegral(left) && isIntegral(right)) {
      int order = Long.compare(number(left), number(right));
      return Optional.of(holds(order, relation));
    }
    if (left.value() instanceof Boolean && right.value() instanceof Boolean) {
      return Optional.of(left.equals(right) == (relation == Relation.EQ));
    }
    return Optional.empty();
  }

  private static boolean holds(int order, Relation relation) {
    switch (relation) {
      case EQ:
        return order == 0;
      case NE:
        return order != 0;
      case LT:
        return order < 0;
      case LE:
        return order <= 0;
      case GT:
        return order > 0;
      default:
        return order >= 0;
    }
  }

  /** Arithmetic on two integers of the given result type. */
  static Optional<Value> fold(Tree.Kind kind, Value left, Value right, String type) {
    if (!(left instanceof Value.Const l && right instanceof Value.Const r)
        || !isIntegral(l)
        || !isIntegral(r)
        || !type.equals("int") && !type.equals("long")) {
      return Optional.empty();
    }
    Long result = arithmetic(kind, number(l), number(r), type.equals("int") ? 31 : 63);
    if (result == null) {
      return Optional.empty();
    }
    boolean isInt = type.equals("int");
    return Optional.of(new Value.Const(isInt ? (Object) result.intValue() : result, type));
  }

  private static Long arithmetic(Tree.Kind kind, long left, long right, int shiftMask) {
    switch (kind) {
      case PLUS:
        return left + right;
      case MINUS:
        return left - right;
      case MULTIPLY:
        return left * right;
      case DIVIDE:
        return right == 0 ? null : (Long) (left / right);
      case LEFT_SHIFT:
        return left << (right & shiftMask);
      default:
        return null;
    }
  }

  /** The negated number. */
  static Optional<Value> negate(Value value) {
    if (value instanceof Value.Const constant) {
      Object number = constant.value();
      if (number instanceof Integer i) {
        return Optional.of(new Value.Const(-i, constant.type()));
      } else if (number instanceof Long l) {
        return Optional.of(new Value.Const(-l, constant.type()));
      } else if (number instanceof Double d) {
        return Optional.of(new Value.Const(-d, constant.type()));
      } else if (number instanceof Float f) {
        return Optional.of(new Value.Const(-f, constant.type()));
      }
    }
    return Optional.empty();
  }

  private static boolean isIntegral(Value.Const constant) {
    Object value = constant.value();
    return value instanceof Integer || value instanceof Long || value instanceof Character;
  }

  private static long number(Value.Const constant) {
    return constant.value() instanceof Character c ? c : ((Number) constant.value()).longValue();
  }
}
