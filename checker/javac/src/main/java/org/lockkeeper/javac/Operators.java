package org.lockkeeper.javac;

import com.sun.source.tree.Tree;

/** Operators by the kind of their trees. */
final class Operators {
  private Operators() {}

  /**
   * The binary or unary operator of an expression, that within a compound assignment or step too.
   */
  static String of(Tree.Kind kind) {
    switch (kind) {
      case PLUS:
      case PLUS_ASSIGNMENT:
      case PREFIX_INCREMENT:
      case POSTFIX_INCREMENT:
        return "+";
      case MINUS:
      case MINUS_ASSIGNMENT:
      case PREFIX_DECREMENT:
      case POSTFIX_DECREMENT:
      case UNARY_MINUS:
        return "-";
      case BITWISE_COMPLEMENT:
        return "~";
      case MULTIPLY:
      case MULTIPLY_ASSIGNMENT:
        return "*";
      case DIVIDE:
      case DIVIDE_ASSIGNMENT:
        return "/";
      case REMAINDER:
      case REMAINDER_ASSIGNMENT:
        return "%";
      default:
        return bits(kind);
    }
  }

  private static String bits(Tree.Kind kind) {
    switch (kind) {
      case AND:
      case AND_ASSIGNMENT:
        return "&";
      case OR:
      case OR_ASSIGNMENT:
        return "|";
      case XOR:
      case XOR_ASSIGNMENT:
        return "^";
      case LEFT_SHIFT:
      case LEFT_SHIFT_ASSIGNMENT:
        return "<<";
      case RIGHT_SHIFT:
      case RIGHT_SHIFT_ASSIGNMENT:
        return ">>";
      case UNSIGNED_RIGHT_SHIFT:
      case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT:
        return ">>>";
      default:
        return "?";
    }
  }
}
