package org.lockkeeper.interprocedural;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.FieldValues;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.KeyedLocks;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Monitors;
import org.lockkeeper.flow.NamedLocks;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Spins;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.flow.Transfer;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;

/** Makes a method's {@link Summary} from its flow. */
public final class Summarizer {
  /** Operators whose result is a new value of its own. */
  private static final Set<String> ARITHMETIC =
      Set.of("+", "-", "*", "/", "%", "|", "&", "^", "<<", ">>", ">>>");

  private final MethodFlow flow;
  private final Knowledge knowledge;
  private final Handoffs handoffs;
  private final List<Access> accesses;
  private final Map<String, Summary.Acquisition> acquires = new LinkedHashMap<>();
  private final Set<Lock> drops = new LinkedHashSet<>();
  private final Set<Place> taken = new LinkedHashSet<>();
  private final RunFunctions runs;
  private final AnsweredLocks answered;
  private final Gained gained;
  private final Readied readied;
  private List<Lock> proved;
  private Sym returned;
  private boolean returns;
  private FieldValues puts;
  private final Set<String> made = new LinkedHashSet<>();
  private final Set<Object> literals = new LinkedHashSet<>();
  private final List<Sym> results = new ArrayList<>();

  Summarizer(MethodFlow flow, Knowledge knowledge, Handoffs handoffs, List<Access> accesses) {
    this.flow = flow;
    this.knowledge = knowledge;
    this.handoffs = handoffs;
    this.accesses = accesses;
    this.gained = new Gained(flow, knowledge);
    this.readied = new Readied(flow, knowledge);
    this.runs = new RunFunctions(flow, knowledge, handoffs);
    this.answered = new AnsweredLocks(flow, knowledge);
  }

  Summary summarize() {
    entered();
    flow.replay(this::visit);
    Map<When, List<Lock>> gains = gained.all();
    List<Lock> always = new ArrayList<>(gains.getOrDefault(When.ALWAYS, List.of()));
    gains.remove(When.ALWAYS);
    named(always);
    drops.removeIf(l -> taken.contains(l.place()) || !portable(l.place()));
    return new Summary(
        List.copyOf(always),
        gains.isEmpty() ? Map.of() : Collections.unmodifiableMap(gains),
        proved == null ? List.of() : List.copyOf(proved),
        readied.all(),
        List.copyOf(drops),
        exported(KeyedLocks.returned(returned, flow, knowledge)),
        made.size() == 1 ? made.iterator().next() : "",
        List.copyOf(acquires.values()),
        new BlindActs(flow, accesses).all(),
        answers(),
        new Refusals(flow, accesses).all(),
        runs.all(),
        puts == null ? Summary.NOTHING.puts() : puts);
  }

  private void named(List<Lock> gains) {
    NamedLocks locks = knowledge.homeMade().named();
    locks.taken(flow.method()).ifPresent(l -> acquired(plain(l, flow.method().site())));
    locks.taken(flow.method()).ifPresent(gains::add);
    locks.given(flow.method()).ifPresent(drops::add);
  }

  /** A synchronized method acquires its monitor before its first operation. */
  private void entered() {
    Lock monitor = Monitors.of(flow.method());
    if (monitor != null) {
      acquired(plain(monitor, flow.method().site()));
    }
  }

  /** Whether a caller can name the place, too. */
  public static boolean portable(Place place) {
    return !(place.root() instanceof Root.Fresh || place.root() instanceof Root.Unknown);
  }

  private void visit(Op op, int n, Point at) {
    if (op instanceof Op.Enter enter) {
      Place place = KeyedLocks.monitor(enter.lock(), at, flow, knowledge);
      if (!at.owned(place) && at.held().find(place).isEmpty()) {
        acquired(plain(new Lock(place, Mode.EXCLUSIVE), enter.site()));
      }
    } else if (op instanceof Op.Call call) {
      call(call, n, at);
    } else if (op instanceof Op.Write write) {
      flag(write, at);
    } else if (op instanceof Op.Return ret && !ret.thrown()) {
      Sym sym = ret.value().map(at::sym).orElse(null);
      gained.returned(sym, at);
      readied.returned(sym, at);
      if (!(sym instanceof Sym.Lit l && Gained.isFalse(l.value(), flow))) {
        List<Lock> shown = answered.shown(sym);
        if (proved == null) {
          proved = new ArrayList<>(shown);
        } else {
          proved.retainAll(shown);
        }
      }
      returned = returns ? Sym.join(returned, sym) : sym;
      returns = true;
      made(sym, at);
      puts(sym, at);
      results.add(sym);
      if (sym != null) {
        sym.leaves().forEach(l -> literals.add(l instanceof Sym.Lit lit ? lit.value() : "other"));
      }
    }
  }

  private void flag(Op.Write write, Point at) {
    Optional<Mode> taken = knowledge.homeMade().takes(write, flow);
    if (taken.isPresent()) {
      Transfer.cell(write.slot(), at, knowledge)
          .filter(p -> !at.owned(p) && at.held().find(p).isEmpty())
          .ifPresent(p -> acquired(plain(Lock.of(p, taken.get()), write.site())));
    } else if (knowledge.homeMade().gives(write, flow)) {
      Transfer.cell(write.slot(), at, knowledge).ifPresent(p -> dropped(p, at));
    }
  }

  /** That there may be nothing makes no difference to whose it is. */
  private void made(Sym sym, Point at) {
    for (Sym option : sym == null ? List.<Sym>of() : sym.options()) {
      if (option instanceof Sym.Lit l && l.value() == null) {
        continue;
      }
      boolean fresh =
          option instanceof Sym.At a && a.place().path().isEmpty() && at.owned(a.place());
      made.add(fresh ? option.where().get().type() : "");
    }
    if (sym == null) {
      made.add("");
    }
  }

  private void puts(Sym result, Point at) {
    Place place = result instanceof Sym.At a ? a.place() : null;
    FieldValues here = at.puts(place, Summarizer::exported);
    puts = puts == null ? here : puts.join(here);
  }

  private static Summary.Acquisition plain(Lock lock, Site site) {
    return new Summary.Acquisition(lock, site, List.of(), lock.place().type(), null);
  }

  private void acquired(Summary.Acquisition a) {
    taken.add(a.lock().place());
    if (acquires.size() < Summary.MAX) {
      String back = a.callback() == null ? "" : " " + a.callback() + a.callback().type();
      String id = a.lock().shape() + a.lock().place() + a.lock().mode() + back;
      acquires.putIfAbsent(id, a);
    }
  }

  private void call(Op.Call call, int n, Point at) {
    Sym[] args = flow.args(n);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Meaning meaning = knowledge.meaning(call.method());
    if (meaning.locking()) {
      facts(meaning, call, args, receiver, at);
    } else {
      spun(call, n, args, at);
      for (MethodInfo target : knowledge.targets(call, n, flow)) {
        Terms terms = at.terms(args, receiver);
        imported(knowledge.summary(target.ref()), target, terms, call, n, at);
      }
    }
    for (Handoffs.Handoff h : handoffs.of(call, n, flow)) {
      if (!h.later()) {
        Terms terms = at.terms(h.args(), h.receiver());
        imported(knowledge.summary(h.target().ref()), h.target(), terms, call, n, at);
        runs.passedOn(h, terms, at);
      }
    }
    runs.call(call, n, at);
  }

  private void spun(Op.Call call, int n, Sym[] args, Point at) {
    Spins spins = knowledge.homeMade().spins();
    spins
        .taken(call, n, flow)
        .filter(p -> !at.owned(p) && at.held().find(p).isEmpty())
        .ifPresent(p -> acquired(plain(Lock.of(p, Mode.EXCLUSIVE), call.site())));
    spins.set(call, n, args, at.held(), flow).ifPresent(p -> dropped(p, at));
  }

  private void dropped(Place place, Point at) {
    Lock lock = Lock.of(place, Mode.EXCLUSIVE);
    if (foreign(lock, at)) {
      drops.add(lock);
    }
  }

  private void facts(Meaning meaning, Op.Call call, Sym[] args, boolean receiver, Point at) {
    for (Fact.Acquires f : meaning.acquires()) {
      Place place = Outcomes.target(f.lock(), args, receiver);
      if (place == null) {
        continue;
      }
      Lock lock = Lock.of(place, f.mode());
      taken.add(lock.place());
      boolean blocking = f.when() == When.ALWAYS && f.mode() != Mode.OPTIMISTIC;
      if (blocking && !at.owned(place) && at.held().find(lock.place()).isEmpty()) {
        acquired(plain(lock, call.site()));
      }
    }
    for (Fact.Releases f : meaning.releases()) {
      Place place = Outcomes.target(f.lock(), args, receiver);
      if (place != null) {
        Lock lock = Lock.of(place, f.mode().orElse(Mode.EXCLUSIVE));
        if (foreign(lock, at)) {
          drops.add(lock);
        }
      }
    }
  }

  private void imported(
      Summary callee, MethodInfo target, Terms terms, Op.Call call, int n, Point at) {
    Sym on = call.dispatch() == Op.Dispatch.STATIC ? null : flow.args(n)[0];
    List<Summary.Acquisition> acquisitions =
        knowledge.guess(call, on, flow.method()) ? List.of() : callee.acquires();
    Callbacks callbacks = new Callbacks(knowledge, terms);
    for (Summary.Acquisition a : acquisitions) {
      if (a.via().size() < Summary.MAX_CHAIN && callbacks.possible(a)) {
        Summary.Acquisition here = callbacks.outside(a, call, on, target, n, flow);
        Place lock = here.lock().place();
        if (!at.owned(lock) && at.held().find(lock).isEmpty()) {
          acquired(here);
        }
      }
    }
    for (Lock drop : callee.drops()) {
      Optional<Lock> lock = terms.lock(drop);
      if (lock.isPresent() && foreign(lock.get(), at)) {
        drops.add(lock.get());
      }
    }
  }

  /** Not acquired by the method itself. */
  private static boolean foreign(Lock lock, Point at) {
    return at.held().find(lock.place()).filter(h -> !h.proved()).isEmpty();
  }

  /** What surrounds an inner object made here is {@code this}. */
  static Lock outward(Lock lock, MethodFlow flow) {
    Place place = lock.place();
    boolean inner =
        place.root() instanceof Root.Fresh
            && !flow.method().isStatic()
            && !place.path().isEmpty()
            && place.path().get(0) instanceof Place.Step.Field f
            && f.outer()
            && f.ref().type().equals(flow.method().ref().owner());
    if (!inner) {
      return lock;
    }
    String self = flow.method().ref().owner();
    Optional<Place> at = Optional.of(Place.of(new Root.This(), self));
    for (Place.Step step : place.path().subList(1, place.path().size())) {
      String type = step instanceof Place.Step.Field f ? f.ref().type() : place.type();
      at = at.flatMap(p -> p.then(step, type));
    }
    return at.map(p -> new Lock(p, lock.mode())).orElse(lock);
  }

  /** A lock that only the callee can name: some object of a type. */
  public static Lock foreign(Lock lock, int n) {
    Place place = lock.place();
    if (portable(place)
        && !(place.root() instanceof Root.This || place.root() instanceof Root.Param)) {
      return lock;
    }
    Place root = Place.of(new Root.Unknown(n, ""), place.rootType());
    return new Lock(place.rebase(root).orElse(root), lock.mode());
  }

  private static Sym exported(Sym sym) {
    if (sym instanceof Sym.Calc calc && ARITHMETIC.contains(calc.operator()) && sym.depth() <= 2) {
      List<Sym> parts = new ArrayList<>();
      calc.parts().forEach(p -> parts.add(exported(p)));
      return new Sym.Calc(calc.operator(), java.util.Collections.unmodifiableList(parts), -1);
    }
    if (sym instanceof Sym.Any any && any.options().stream().allMatch(Summarizer::side)) {
      return any;
    }
    if (sym instanceof Sym.At at) {
      return portable(at.place()) ? new Sym.At(at.place(), -1) : null;
    }
    return sym instanceof Sym.Lit ? sym : null;
  }

  /** Either side of a lock: {@code return write ? rw.writeLock() : rw.readLock()}. */
  private static boolean side(Sym sym) {
    return sym instanceof Sym.At at
        && portable(at.place())
        && at.place().last().filter(Parts::isSide).isPresent();
  }

  /** Checks that the result tells the outcome of: returned directly, or as true and false. */
  private List<Access> answers() {
    List<Access> out = new ArrayList<>();
    boolean optional = knowledge.works(flow.method().ref().returns(), Fact.Shape.OPTIONAL);
    boolean verdict = literals.contains(true) && literals.contains(false);
    for (Access a : accesses) {
      boolean asks = a.kind() == Access.Kind.CHECK || a.kind() == Access.Kind.READ;
      if (a.owned() || !portable(a.target()) || out.size() == 4) {
        continue;
      }
      if (a.kind() == Access.Kind.ITERATE) {
        new Searches(flow).answer(a, accesses, results, verdict).ifPresent(out::add);
      } else if (asks && !(a.kind() == Access.Kind.CHECK && takes(a.op()))) {
        boolean direct = false;
        for (Sym result : results) {
          boolean through = optional || copied(a, result);
          direct |=
              result != null && (result.from(a.op()) || through && flow.dependsOn(result, a.op()));
        }
        boolean tested = verdict && a.kind() == Access.Kind.CHECK && Decisions.tested(flow, a.op());
        if (direct || tested) {
          out.add(a);
        }
      }
    }
    if (out.isEmpty()) {
      out.addAll(new FoundNumbers(flow, accesses).sources(results));
      out.removeIf(a -> !portable(a.target()));
    }
    return List.copyOf(out);
  }

  /** {@code return new ArrayList<>(list)}: what is in the copy was read from the field. */
  private boolean copied(Access read, Sym result) {
    String type = Dispatch.made(result) ? ((Sym.At) result).place().type() : "";
    return read.kind() == Access.Kind.READ
        && !type.isEmpty()
        && (knowledge.works(type, Fact.Shape.COLLECTION) || knowledge.works(type, Fact.Shape.MAP));
  }

  /** What was taken out, or put in, is no longer a question. */
  private boolean takes(int op) {
    for (Access other : accesses) {
      if (other.op() == op && other.kind() == Access.Kind.ACT) {
        return true;
      }
    }
    return false;
  }
}
