package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Entries that are judged one by one, whose keys a list of the method's own collects, and that are
 * taken out by these keys afterwards, whatever is there by then: {@code for (e : map.entrySet()) if
 * (stale(e.getValue())) dead.add(e.getKey()); for (k : dead) map.remove(k)}.
 */
public final class CollectedKeys {
  private final MethodFlow flow;
  private final List<Access> accesses;

  /** In one solved method. */
  public CollectedKeys(MethodFlow flow, List<Access> accesses) {
    this.flow = flow;
    this.accesses = accesses;
  }

  /** What goes through the entries, and the removal of one, or of all that were collected. */
  public List<CheckThenActs.Pair> all() {
    List<CheckThenActs.Pair> found = new ArrayList<>();
    for (Access act : accesses) {
      Place keys = removes(act) ? collected(act) : null;
      of(act, keys).ifPresent(found::add);
    }
    return found;
  }

  /** The same for a removal by the elements of a list; {@code null} is none. */
  Optional<CheckThenActs.Pair> of(Access act, Place keys) {
    return accesses.stream()
        .filter(search -> keys != null && search.kind() == Kind.ITERATE)
        .filter(search -> search.op() < act.op() && search.via().isEmpty())
        .filter(search -> CheckThenActs.sameContainer(search.target(), act.target()))
        .flatMap(
            search -> judged(search, keys).map(d -> CheckThenActs.pair(search, act, d)).stream())
        .findFirst();
  }

  private boolean removes(Access act) {
    return act.kind() == Kind.ACT
        && act.call() != null
        && act.via().isEmpty()
        && !act.owned()
        && act.call().params().size() == 1
        && flow.meaning(act.call()).removes();
  }

  /** The list whose element is the key, or that is given as a whole; {@code null} for others. */
  private Place collected(Access act) {
    Sym key = flow.args(act.op()).length > 1 ? flow.args(act.op())[1] : null;
    int from = TripCounts.origin(key);
    boolean next = from >= 0 && flow.op(from) instanceof Op.Call && flow.args(from).length == 1;
    Sym list = next && act.keyed() ? flow.args(from)[0] : key;
    Place place = list == null ? null : list.where().map(Parts::container).orElse(null);
    return place != null && place.root() instanceof Root.Fresh ? place : null;
  }

  /** What decides, by more than the key, whether the key goes to the list. */
  private Optional<Decisions.Decision> judged(Access search, Place keys) {
    for (int n = search.op() + 1; n < flow.ops(); n++) {
      Sym[] args = flow.args(n);
      boolean adds =
          args.length == 2
              && flow.op(n) instanceof Op.Call call
              && flow.meaning(call.method()).stores()
              && args[0].where().filter(keys::equals).isPresent()
              && flow.dependsOn(args[1], search.op());
      for (int m = search.op() + 1; adds && m < n; m++) {
        Optional<Decisions.Decision> by =
            looks(m, args[1], search) ? new Decisions(flow, m).over(n) : Optional.empty();
        if (by.isPresent()) {
          return by;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether an operation looks at more of an element than its key. */
  private boolean looks(int n, Sym key, Access search) {
    Sym[] args = flow.args(n);
    if (flow.op(n) instanceof Op.Read) {
      return accesses.stream()
          .filter(a -> a.op() == n && a.kind() == Kind.READ && a.via().isEmpty())
          .anyMatch(a -> flow.dependsOn(new Sym.At(a.target(), n), search.op()));
    }
    if (!(flow.op(n) instanceof Op.Call) || n == TripCounts.origin(key) || args.length == 0) {
      return false;
    }
    Place on = args[0] == null ? null : args[0].where().orElse(null);
    boolean container = on != null && CheckThenActs.sameContainer(on, search.target());
    boolean asks = container && args.length > 1 && CheckThenActs.sameValue(args[1], key);
    boolean element =
        !container
            && !CheckThenActs.sameValue(args[0], key)
            && flow.dependsOn(args[0], search.op());
    return asks || element;
  }
}
