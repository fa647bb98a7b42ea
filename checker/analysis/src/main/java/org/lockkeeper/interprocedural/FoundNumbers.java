package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Phi;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;

/**
 * Numbers that a helper finds by going through a container: the largest, the first free one, the
 * index of something; and steps on the same container that are told to use such a number.
 */
final class FoundNumbers {
  private static final Set<String> NUMBERS = Set.of("int", "long");

  private final MethodFlow flow;
  private final List<Access> accesses;

  FoundNumbers(MethodFlow flow, List<Access> accesses) {
    this.flow = flow;
    this.accesses = accesses;
  }

  /** What the method went through to find the number that it returns. */
  List<Access> sources(List<Sym> results) {
    List<Access> found = new ArrayList<>();
    boolean number = NUMBERS.contains(flow.method().ref().returns());
    for (Access a : number ? accesses : List.<Access>of()) {
      Place whole = through(a);
      boolean told = whole != null && results.stream().anyMatch(r -> counted(r) || of(a, r));
      if (told && found.stream().noneMatch(f -> f.target().equals(whole))) {
        found.add(source(a, whole));
      }
    }
    return found;
  }

  /** The container that a round of a search looks into; {@code null} for other steps. */
  private Place through(Access a) {
    if (a.owned() || !a.via().isEmpty()) {
      return null;
    }
    return switch (a.kind()) {
      case ITERATE -> Parts.container(a.target());
      case READ -> Parts.isElement(a.target()) ? a.target().parent() : null;
      case CHECK -> a.keyed() && counted(a.key()) ? a.target() : null;
      default -> null;
    };
  }

  private static boolean counted(Sym value) {
    for (Sym leaf : value == null ? List.<Sym>of() : value.leaves()) {
      if (leaf instanceof Sym.At at && Phi.isNumber(at.place())) {
        return true;
      }
    }
    return false;
  }

  private boolean of(Access a, Sym result) {
    return a.kind() == Kind.ITERATE && flow.dependsOn(result, a.op());
  }

  private static Access source(Access a, Place whole) {
    return new Access(
        Kind.ITERATE,
        whole,
        null,
        false,
        null,
        a.call(),
        a.held(),
        a.op(),
        a.site(),
        false,
        false,
        When.ALWAYS,
        List.of(),
        a.inner());
  }

  /** The search that found the number which a step uses. */
  Optional<Access> before(Access act) {
    boolean element = act.call() == null;
    if (element ? !Parts.isElement(act.target()) : takesAway(act)) {
      return Optional.empty();
    }
    Place whole = element ? act.target().parent() : Parts.container(act.target());
    for (Access look : accesses) {
      boolean search = look.kind() == Kind.ITERATE && !look.via().isEmpty();
      if (search
          && look.op() < act.op()
          && Parts.container(look.target()).equals(whole)
          && flow.op(look.op()) instanceof Op.Call call
          && NUMBERS.contains(call.method().returns())
          && uses(act, look.op())) {
        return Optional.of(look);
      }
    }
    return Optional.empty();
  }

  /** What is taken out by what it is, and not by its index, is gone either way. */
  private boolean takesAway(Access act) {
    return flow.meaning(act.call()).removes() && !act.call().params().contains("int");
  }

  private boolean uses(Access act, int look) {
    boolean[] found = new boolean[1];
    if (flow.op(act.op()) instanceof Op.Call) {
      for (Sym arg : flow.args(act.op())) {
        found[0] |= arg != null && arg.from(look);
      }
    } else {
      flow.replay(
          (op, n, at) -> {
            boolean here =
                n == act.op() && op instanceof Op.Write w && w.slot().index().isPresent();
            Sym index = here ? at.sym(((Op.Write) op).slot().index().get()) : null;
            found[0] |= index != null && index.from(look);
          });
    }
    return found[0];
  }
}
