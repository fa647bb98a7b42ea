package org.lockkeeper.flow;

import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/**
 * What a test found before some point was reached: a flag was set, a reference was {@code null}, a
 * question to an object was answered with yes.
 *
 * @param place the flag, the reference, or the object that was asked
 * @param what how it was asked
 * @param value the answer
 * @param method the question; {@code null} for flags and references
 */
record Tested(Place place, What what, boolean value, MethodRef method) {

  /** Kinds of tests. */
  enum What {
    FLAG,
    NULL,
    ASKED
  }

  /** The same question, answered the other way. */
  boolean denies(Tested other) {
    return value != other.value && asks(other) && place.equals(other.place);
  }

  /** The same question about possibly another object. */
  boolean asks(Tested other) {
    boolean same = method == null ? other.method == null : method.equals(other.method);
    return what == other.what && same;
  }

  /** About another place. */
  Tested at(Place other) {
    return new Tested(other, what, value, method);
  }

  /** What a test that holds tells; {@code null} when it is no such test. */
  static Tested of(Op.Test test, Point point, MethodFlow flow, Knowledge knowledge) {
    boolean equal = test.relation() == Op.Relation.EQ;
    if (!equal && test.relation() != Op.Relation.NE || !(test.right() instanceof Value.Const k)) {
      return null;
    }
    Sym left = point.sym(test.left());
    if (k.value() == null) {
      return left instanceof Sym.At at ? new Tested(at.place(), What.NULL, equal, null) : null;
    }
    return k.value() instanceof Boolean yes ? flag(left, equal == yes, flow, knowledge) : null;
  }

  private static Tested flag(Sym left, boolean value, MethodFlow flow, Knowledge knowledge) {
    if (!(left instanceof Sym.At at)) {
      return null;
    }
    int op = at.place().root() instanceof Root.Unknown u ? u.op() : -1;
    if (op < 0 || !at.place().path().isEmpty() || !(flow.op(op) instanceof Op.Call call)) {
      return new Tested(at.place(), What.FLAG, value, null);
    }
    Sym[] args = flow.args(op);
    boolean asked = args.length == 1 && call.dispatch() == Op.Dispatch.VIRTUAL;
    return asked && args[0] instanceof Sym.At on && knowledge.handoffs(call, op, flow).isEmpty()
        ? new Tested(on.place(), What.ASKED, value, call.method())
        : null;
  }
}
