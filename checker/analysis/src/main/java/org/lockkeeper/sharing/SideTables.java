package org.lockkeeper.sharing;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * Tables that keep something for each object of others, by its identity: an entry is like a field
 * of its key, and shared where the key is.
 */
final class SideTables {
  private final Flows flows;
  private final FieldUses uses;
  private final Predicate<String> threaded;

  SideTables(Flows flows, FieldUses uses, Predicate<String> threaded) {
    this.flows = flows;
    this.uses = uses;
    this.threaded = threaded;
  }

  /** Whether only the entry of an argument is meant, whose type shows no sign of threads. */
  boolean ofArgument(Access act) {
    Optional<FieldRef> table = Parts.container(act.target()).field();
    return act.keyed()
        && act.key() instanceof Sym.At key
        && key.place().root() instanceof Root.Param
        && key.place().path().isEmpty()
        && !shared(key.place().type())
        && table.filter(this::byIdentity).isPresent();
  }

  private boolean shared(String type) {
    Set<Trait> traits = uses.ofType(type);
    return type.startsWith("java.")
        || traits.contains(Trait.CONCURRENT)
        || traits.contains(Trait.SYNCHRONIZED)
        || traits.contains(Trait.THREAD_SAFE)
        || threaded.test(type);
  }

  private boolean byIdentity(FieldRef table) {
    boolean all = false;
    for (FieldUses.Use use : uses.of(table)) {
      Access a = use.access();
      if (a.kind() == Access.Kind.WRITE && a.target().field().isPresent()) {
        MethodFlow in = flows.flow(use.method()).orElse(null);
        if (in == null || !byIdentity(a.value(), in)) {
          return false;
        }
        all = true;
      }
    }
    return all;
  }

  private boolean byIdentity(Sym made, MethodFlow in) {
    if (!(made instanceof Sym.At at) || !(at.place().root() instanceof Root.Fresh fresh)) {
      return false;
    }
    if (in.op(fresh.op()) instanceof Op.New n) {
      return flows.works(n.type(), Fact.Shape.IDENTITY);
    }
    Sym[] wrapped = in.args(fresh.op());
    return wrapped.length == 1
        && wrapped[0] instanceof Sym.At inner
        && !inner.place().equals(at.place())
        && byIdentity(inner, in);
  }
}
