package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;

/**
 * Caches of one value (JCIP listing 3.13): who finds that a volatile field keeps the value for
 * another key puts one for its own there, and answers with that. Nobody trusts the field without
 * asking for the key, so it does not matter whose value stays.
 */
final class OneSlots {
  private final Flows flows;
  private final FieldUses uses;

  OneSlots(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** Whether the test asks such a cache, and the action fills it. */
  boolean fills(CheckThenActs.Pair pair, MethodFlow flow) {
    Access check = pair.check();
    Access act = pair.act();
    Optional<FieldRef> field = act.target().field();
    boolean direct = check.via().isEmpty() && act.via().isEmpty();
    return direct
        && check.kind() == Kind.READ
        && act.kind() == Kind.WRITE
        && act.call() == null
        && act.value() != null
        && check.target().equals(act.target())
        && field.flatMap(uses::info).filter(f -> f.has(Modifier.VOLATILE)).isPresent()
        && !flow.method().ref().returns().equals("void")
        && !flow.dependsOn(act.value(), check.op())
        && only(field.get());
  }

  /** Everybody who uses the field reads it once and asks for the key; others may clear it. */
  private boolean only(FieldRef field) {
    Map<MethodRef, Integer> reads = new HashMap<>();
    for (FieldUses.Use use : uses.of(field)) {
      Access a = use.access();
      boolean clears = a.value() instanceof Sym.Lit l && l.value() == null;
      MethodFlow in = flows.flow(use.method()).orElse(null);
      if (a.owned() || a.changes() && clears) {
        continue;
      }
      boolean again = a.kind() == Kind.READ && reads.merge(use.method(), 1, Integer::sum) > 1;
      if (again || in == null || !a.via().isEmpty() || !asksForKey(a.target(), in)) {
        return false;
      }
    }
    return !uses.open(field);
  }

  /** Compares a part of the value with what the value does not tell, or asks it about that. */
  private static boolean asksForKey(Place slot, MethodFlow flow) {
    boolean[] asks = new boolean[1];
    flow.calls(
        (call, n) -> {
          boolean inside = false;
          boolean outside = false;
          for (Sym arg : call.method().isConstructor() ? new Sym[0] : flow.args(n)) {
            inside |= within(slot, arg);
            outside |= !within(slot, arg) && tells(arg);
          }
          asks[0] |= inside && outside;
        });
    return asks[0] || flow.branches().stream().anyMatch(b -> compares(slot, b));
  }

  private static boolean compares(Place slot, MethodFlow.Branch branch) {
    Sym left = branch.left();
    Sym right = branch.right();
    return part(slot, left) && !within(slot, right) && tells(right)
        || part(slot, right) && !within(slot, left) && tells(left);
  }

  private static boolean within(Place slot, Sym value) {
    return value instanceof Sym.At at && at.place().startsWith(slot);
  }

  private static boolean part(Place slot, Sym value) {
    return within(slot, value) && !((Sym.At) value).place().equals(slot);
  }

  /** A value of this call, no constant. */
  private static boolean tells(Sym value) {
    return value instanceof Sym.At at && !at.place().isGlobal() || value instanceof Sym.Calc;
  }
}
