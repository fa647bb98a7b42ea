package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Value;

/**
 * What a test found before some point was reached: a flag was set, a reference was {@code null}, a
 * value was one of the cases, a question to an object was answered with yes.
 *
 * @param place the flag, the reference, the value, or the object that was asked
 * @param what how it was tested
 * @param key the constant or the question; {@code null} for flags and references
 * @param value the answer
 */
record Tested(Place place, What what, Object key, boolean value) {

  /** Kinds of tests. */
  enum What {
    FLAG,
    NULL,
    IS,
    ASKED
  }

  /** The same question about the same thing, answered the other way. */
  boolean denies(Tested other) {
    return place.equals(other.place) && opposes(other);
  }

  /** The two cannot be true of one and the same thing. */
  boolean opposes(Tested other) {
    if (what != other.what) {
      return false;
    }
    boolean same = key == null || key.equals(other.key);
    return same ? value != other.value : what == What.IS && value && other.value;
  }

  /** About another place. */
  Tested at(Place other) {
    return new Tested(other, what, key, value);
  }

  /** What is known on one of the ways on from the end of a block. */
  static List<Tested> on(
      Block.Edge edge, Block from, Point point, MethodFlow flow, Knowledge knowledge) {
    List<Tested> all = new ArrayList<>();
    if (edge.test().isPresent()) {
      add(edge.test().get(), true, point, flow, knowledge, all);
    } else {
      for (Block.Edge other : from.next()) {
        other.test().ifPresent(t -> add(t, false, point, flow, knowledge, all));
      }
    }
    return all;
  }

  private static void add(
      Op.Test test,
      boolean holds,
      Point point,
      MethodFlow flow,
      Knowledge knowledge,
      List<Tested> into) {
    boolean equal = test.relation() == Op.Relation.EQ;
    Sym left = point.sym(test.left());
    if (equal || test.relation() == Op.Relation.NE) {
      Tested told =
          test.right() instanceof Value.Const k
              ? constant(left, k.value(), equal == holds, flow, knowledge)
              : named(left, point.sym(test.right()), equal == holds);
      if (told != null) {
        into.add(told);
      }
    }
  }

  private static Tested constant(
      Sym left, Object k, boolean equal, MethodFlow flow, Knowledge knowledge) {
    if (k instanceof Boolean yes) {
      return flag(left, equal == yes, flow, knowledge);
    }
    return left instanceof Sym.At at
        ? new Tested(at.place(), k == null ? What.NULL : What.IS, k, equal)
        : null;
  }

  private static Tested named(Sym left, Sym right, boolean equal) {
    String name = right instanceof Sym.At at ? constant(at.place()) : null;
    return name != null && left instanceof Sym.At at
        ? new Tested(at.place(), What.IS, name, equal)
        : null;
  }

  /** The name of an enum's constant, as tests of cases have it; {@code null} for other places. */
  static String constant(Place place) {
    FieldRef field = place.isGlobal() ? place.field().orElse(null) : null;
    return field != null && field.owner().equals(field.type()) ? field.name() : null;
  }

  private static Tested flag(Sym left, boolean value, MethodFlow flow, Knowledge knowledge) {
    if (!(left instanceof Sym.At at)) {
      return null;
    }
    int op = at.place().root() instanceof Root.Unknown u ? u.op() : -1;
    if (op < 0 || !at.place().path().isEmpty() || !(flow.op(op) instanceof Op.Call call)) {
      return new Tested(at.place(), What.FLAG, null, value);
    }
    Sym[] args = flow.args(op);
    boolean asked = args.length == 1 && call.dispatch() == Op.Dispatch.VIRTUAL;
    return asked && args[0] instanceof Sym.At on && knowledge.handoffs(call, op, flow).isEmpty()
        ? new Tested(on.place(), What.ASKED, call.method(), value)
        : null;
  }
}
