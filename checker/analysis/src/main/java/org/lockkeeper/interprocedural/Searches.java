package org.lockkeeper.interprocedural;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Access.Kind;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;
import org.lockkeeper.ir.Value;

/**
 * Containers that are gone through to find out whether to change them: a loop or a pipeline takes
 * the place of {@code contains}.
 */
public final class Searches {
  private final MethodFlow flow;

  /** In one solved method. */
  public Searches(MethodFlow flow) {
    this.flow = flow;
  }

  /** What going through the elements told decides the action: a whole pipeline, or one round. */
  Optional<Decisions.Decision> told(Access search, Access act, List<Access> accesses) {
    if (!search.via().isEmpty() && search.present() == When.ALWAYS) {
      return Optional.empty();
    }
    Decisions pipeline = new Decisions(flow, search.op());
    Optional<Decisions.Decision> whole = over(pipeline, search, act);
    if (whole.isEmpty() && !act.via().isEmpty() && adds(act)) {
      whole = pipeline.within(act);
    }
    if (whole.isPresent()) {
      return whole;
    }
    Optional<Access> next = next(search, accesses);
    if (next.isEmpty()) {
      return whole;
    }
    Decisions round = new Decisions(flow, next.get().op());
    return over(round, search, act).or(() -> over(flagged(round), search, act));
  }

  /** The call that goes on to the next element. */
  private static Optional<Access> next(Access search, List<Access> accesses) {
    for (Access next : accesses) {
      Step last = next.target().last().orElse(null);
      if (next.kind() == Kind.USE && last instanceof Step.Part p && p.id() == search.op()) {
        return Optional.of(next);
      }
    }
    return Optional.empty();
  }

  /** {@code if (same(each, x)) found = true}, and later {@code if (!found)}. */
  private Decisions flagged(Decisions round) {
    Set<Value> flags = new HashSet<>();
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Copy c && !c.to().name().isEmpty() && decided(round, n)) {
            flags.add(c.to());
          }
        });
    return new Decisions(flow, round, flags);
  }

  private boolean decided(Decisions round, int op) {
    int block = flow.blockOf(op);
    return round.all().stream().anyMatch(d -> d.region().get(block) && !flow.loopHead(d.block()));
  }

  /** The search in a helper, if the result tells what it found. */
  Optional<Access> answer(Access a, List<Access> accesses, List<Sym> results, boolean verdict) {
    boolean direct = false;
    String returns = flow.method().ref().returns();
    boolean object = flow.works(returns, Fact.Shape.OPTIONAL);
    for (Sym result : results) {
      direct |= result != null && flow.dependsOn(result, a.op());
      object |= result instanceof Sym.Lit l && l.value() == null;
    }
    boolean told = !a.via().isEmpty() && a.present() == When.ALWAYS;
    boolean tested =
        verdict && next(a, accesses).filter(n -> Decisions.tested(flow, n.op())).isPresent();
    if (told || !(direct && (object || returns.equals("boolean")) || tested)) {
      return Optional.empty();
    }
    return Optional.of(a.answering(object ? When.IF_NOT_NULL : When.IF_TRUE));
  }

  /**
   * The decision that the elements take, other than whether there is another; an action on the
   * element that was found must be decided by something else than what names it.
   */
  private Optional<Decisions.Decision> over(Decisions decisions, Access search, Access act) {
    int block = flow.blockOf(act.op());
    boolean own = flow.dependsOn(act.key(), search.op());
    for (Decisions.Decision d : decisions.all()) {
      boolean decides = d.region().get(block) && !flow.loopHead(d.block());
      if (decides && (own ? aside(d, act) : adds(act))) {
        return Optional.of(d);
      }
    }
    return Optional.empty();
  }

  /** What is put in, whatever was found: taking it out again does no harm. */
  private boolean adds(Access act) {
    return act.call() != null && !flow.meaning(act.call()).removes();
  }

  /** {@code if (e.getValue().stale()) map.remove(e.getKey())}, not {@code remove(key, seen)}. */
  private boolean aside(Decisions.Decision d, Access act) {
    Place key = named(act);
    Sym[] args = flow.args(act.op());
    for (int i = 2; act.atomic() && i < args.length; i++) {
      if (bare(args[i], key)) {
        return false;
      }
    }
    return key != null && (other(d.left(), key, 3) || other(d.right(), key, 3));
  }

  /** {@code map.put(e.getKey(), e.getValue() + 1)}. */
  public boolean writesBack(Access act) {
    Place key = named(act);
    Sym[] values = act.via().isEmpty() ? flow.args(act.op()) : new Sym[] {null, null, act.value()};
    for (int i = 2; key != null && i < values.length; i++) {
      if (!bare(values[i], key) && other(values[i], key, 3)) {
        return true;
      }
    }
    return false;
  }

  /** {@code e.setValue(e.getValue() + 1)}, {@code it.set(it.next() + 1)}. */
  public boolean inPlace(Access search, Access act) {
    boolean sets = act.call() != null && !act.keyed() && act.call().params().size() == 1;
    if (!sets || act.value() == null) {
      return false;
    }
    Step last = act.target().last().orElse(null);
    boolean iterator = last instanceof Step.Part p && p.id() == search.op();
    return (iterator ? !next(act.value(), act.target()) : element(search, act))
        && flow.dependsOn(act.value(), search.op());
  }

  /** A property of an element is set to what comes from the same property. */
  private boolean element(Access search, Access act) {
    Place on = act.target();
    String property = act.call().name().replaceFirst("^set", "get") + "()";
    Place old = on.then(new Step.Getter(property), "").orElse(on);
    boolean found =
        on.root() instanceof Root.Unknown u && flow.dependsOn(new Sym.At(on, u.op()), search.op());
    return found && !act.value().where().filter(old::equals).isPresent() && at(old, act.value(), 3);
  }

  /** Whether a value is what is found at a place, or computed from it. */
  private boolean at(Place place, Sym value, int depth) {
    for (Sym leaf : value == null ? List.<Sym>of() : value.leaves()) {
      Place at = leaf.where().orElse(null);
      if (place.equals(at)) {
        return true;
      }
      for (Sym arg : at == null || depth == 0 ? new Sym[0] : flow.args(flow.maker(at.root()))) {
        if (arg != leaf && at(place, arg, depth - 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What the iterator gave, as it was. */
  private boolean next(Sym value, Place iterator) {
    int op = value instanceof Sym.At at ? flow.maker(at.place().root()) : -1;
    Sym[] args = flow.args(op);
    return args.length == 1 && args[0].where().filter(iterator::equals).isPresent();
  }

  /** What names the entry, if it is a part of something that was found: {@code e.getKey()}. */
  private Place named(Access act) {
    Place key = act.keyed() && act.key() != null ? act.key().where().orElse(null) : null;
    if (key == null || !(key.root() instanceof Root.Unknown)) {
      return null;
    }
    return key.path().isEmpty() ? property(key).orElse(null) : key;
  }

  /** {@code session.id()}. */
  private Optional<Place> property(Place key) {
    Op.Call call = flow.callOf(key.root()).orElse(null);
    boolean asks = call != null && call.dispatch() != Op.Dispatch.STATIC && call.args().size() == 1;
    Sym of =
        asks && !flow.meaning(call.method()).stateful()
            ? flow.args(flow.maker(key.root()))[0]
            : null;
    return Optional.ofNullable(of)
        .flatMap(Sym::where)
        .filter(p -> p.root() instanceof Root.Unknown)
        .flatMap(p -> p.then(new Step.Getter(call.method().name() + "()"), key.type()));
  }

  private static boolean bare(Sym value, Place key) {
    return key != null && value instanceof Sym.At at && at.place().root().equals(key.root());
  }

  /** Whether a value comes from the element that the key is a part of, by another way. */
  private boolean other(Sym value, Place key, int depth) {
    for (Sym leaf : value == null ? List.<Sym>of() : value.leaves()) {
      if (leaf instanceof Sym.At at) {
        Place place = at.place();
        if (place.root().equals(key.root()) && !place.startsWith(key)) {
          return true;
        }
        boolean same = place.path().isEmpty() && property(place).filter(key::equals).isPresent();
        for (Sym arg : depth == 0 || same ? new Sym[0] : flow.args(flow.maker(place.root()))) {
          if (arg != leaf && other(arg, key, depth - 1)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
