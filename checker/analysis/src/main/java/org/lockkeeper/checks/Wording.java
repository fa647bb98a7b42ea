package org.lockkeeper.checks;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.check.Evidence;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.Decisions;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op.Relation;
import org.lockkeeper.ir.Site;

/** Phrases that several checks share. */
final class Wording {
  private Wording() {}

  /** A method's name as a person writes a call of it. */
  static String name(MethodRef method) {
    return method.isConstructor() ? MethodRef.simple(method.owner()) : method.name();
  }

  /** A method's name with its class, where that has a name. */
  static String called(MethodRef method) {
    String owner = MethodRef.simple(method.owner());
    boolean anonymous = owner.isEmpty() || Character.isDigit(owner.charAt(0));
    return anonymous || method.isConstructor() ? name(method) : owner + "." + method.name();
  }

  /**
   * What a decision says of the tested value: {@code = false}.
   *
   * @param variable whether that is a variable, of which {@code =} would tell a write
   */
  static String outcome(Decisions.Decision d, boolean variable) {
    String right = constant(d.right());
    return switch (d.test().relation()) {
      case EQ -> (variable ? " == " : " = ") + right;
      case NE -> " != " + right;
      case LT -> " < " + right;
      case LE -> " <= " + right;
      case GT -> " > " + right;
      case GE -> " >= " + right;
    };
  }

  /** The called method, or for a field what is done to it. */
  static String step(Access access, String field) {
    return access.call() == null ? field : access.verb();
  }

  /**
   * An action as it reads in a message: {@code add(x)}, {@code last = null}, {@code set(true)}.
   *
   * @param stored what it writes or sets; {@code null} if it is no one value
   */
  static String done(Access act, Sym stored) {
    if (act.kind() == Access.Kind.WRITE) {
      return act.shown() + " = " + constant(stored);
    }
    boolean whole = act.call() != null && !act.keyed() && act.call().params().size() == 1;
    return whole ? act.verb() + "(" + constant(stored) + ")" : act.shown();
  }

  /** A literal or constant; dots for what the program works out. */
  private static String constant(Sym value) {
    if (value instanceof Sym.Lit l) {
      return String.valueOf(l.value());
    }
    boolean global = value instanceof Sym.At at && at.place().isGlobal();
    return global ? ((Sym.At) value).place().toString() : "…";
  }

  /** What the second thread's action costs; {@code outdated} if it is another one. */
  static String loss(CheckThenActs.Pair pair, boolean outdated) {
    Access act = pair.act();
    if (act.kind() == Access.Kind.USE) {
      return "what was found is gone";
    }
    boolean same = pair.decision().test().relation() == Relation.EQ || act.call() == null;
    return same && !outdated
        ? "the other thread's " + step(act, "write") + " is lost or done twice"
        : "acts on a stale answer";
  }

  /** The calls that lead from the method to an access inside helpers. */
  static List<Evidence> chain(Access access) {
    List<Evidence> all = new ArrayList<>();
    for (Summary.Via via : access.via()) {
      String name = name(via.callee());
      String what = name.startsWith("lambda$") ? "runs a lambda" : "calls " + name;
      all.add(new Evidence(via.site(), what, 0));
    }
    if (!access.via().isEmpty()) {
      String does =
          access.call() != null ? access.verb() + " of" : access.changes() ? "writes" : "reads";
      all.add(new Evidence(access.inner(), does + " `" + access.target() + "`", 0));
    }
    return all;
  }

  /** Names the call that leads to something; empty without one. */
  static String by(List<Summary.Via> via) {
    for (Summary.Via each : via) {
      String name = each.callee().name();
      if (!name.startsWith("lambda$")) {
        return name.equals("<init>") ? "" : " by `" + name + "`";
      }
    }
    return "";
  }

  /** Names a line for who reads about another: {@code line 3}, {@code A.java:3 in a.jar}. */
  static String place(Site site, Site from) {
    if (site.file().equals(from.file())) {
      return "line " + site.line();
    }
    int archive = site.file().indexOf("!/");
    String file = site.file().substring(site.file().lastIndexOf('/') + 1);
    String where = archive < 0 ? "" : " in " + site.file().substring(0, archive);
    return file + ":" + site.line() + where;
  }

  /** The calls on the way to something. */
  static List<Evidence> calls(List<Summary.Via> via, int thread) {
    List<Evidence> all = new ArrayList<>();
    for (Summary.Via each : via) {
      all.add(new Evidence(each.site(), "calls " + name(each.callee()), thread));
    }
    return all;
  }

  /** What an access does: the call, or that it reads or writes what has the name. */
  static String access(Access access, String does, String name) {
    return access.call() == null ? does + " `" + name + "`" : access.shown();
  }
}
