package org.lockkeeper.checks;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.check.Evidence;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.interprocedural.CheckThenActs;
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

  /** The called method, or for a field what is done to it. */
  static String step(Access access, String field) {
    return walks(access) ? "the loop" : access.call() == null ? field : access.verb();
  }

  /** Whether a {@code for} loop goes through the elements (JLS 14.14.2). */
  static boolean walks(Access access) {
    return access.kind() == Access.Kind.ITERATE && access.verb().equals("iterator");
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
