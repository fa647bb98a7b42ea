package org.lockkeeper.cooperation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.Assumption;
import org.lockkeeper.flow.Hog;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.GivenConstants;
import org.lockkeeper.interprocedural.Makings;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Site;

/** Which calls may block and which let others run, with the chain that proves it. */
public final class Effects {
  /**
   * A wait for something that takes at most this long is not worth a word, in milliseconds. Sleep
   * waits for nothing, and is.
   */
  public static final long BUDGET_MILLIS = 10;

  private static final Pattern ADDRESS =
      Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+|\\[?[0-9a-fA-F]*:[0-9a-fA-F:.]*]?");

  private static final Set<String> GIVEN = Set.of("stream", "future");
  private static final Map<String, Double> MILLIS =
      Map.of(
          "nanos",
          1e-6,
          "nanoseconds",
          1e-6,
          "microseconds",
          1e-3,
          "millis",
          1.0,
          "milliseconds",
          1.0,
          "seconds",
          1e3,
          "minutes",
          6e4,
          "hours",
          3.6e6,
          "days",
          8.64e7);

  private final Flows flows;
  private final FactBook book;
  private final Knowledge knowledge;
  private final Makings makings;
  private final MemoryStreams streams;
  private final ReadyFields fields;
  private final Map<MethodRef, Effect> known = new java.util.HashMap<>();
  private final Set<MethodRef> asked = new HashSet<>();

  Effects(Flows flows) {
    this.flows = flows;
    this.book = flows.book();
    this.knowledge = flows;
    this.makings = new Makings(flows);
    this.streams = new MemoryStreams(flows);
    this.fields = new ReadyFields(flows);
  }

  /**
   * What a method does to those who wait for its thread.
   *
   * @param blocks the first wait; {@code null} when there is none
   * @param yields whether every way through it lets others run, on any scheduler
   * @param yieldsVirtual the same on a virtual thread, where waiting yields
   * @param hogs long loops without yield point, by context
   */
  record Effect(
      Blocking blocks, boolean yields, boolean yieldsVirtual, Map<String, List<Hog>> hogs) {
    static final Effect NONE = new Effect(null, false, false, Map.of());

    List<Hog> hogs(String context) {
      return hogs.getOrDefault(Effects.family(context), List.of());
    }
  }

  /** Contexts that yield in the same ways. */
  static String family(String context) {
    if (context.equals("ui") || context.equals("coroutine")) {
      return "event-loop";
    }
    return context.equals("event-loop") || context.equals("virtual-thread") ? context : "";
  }

  /** What is known of a method so far. */
  Effect of(MethodRef method) {
    return known.getOrDefault(method, Effect.NONE);
  }

  /** Returns whether this is news. */
  boolean learn(MethodRef method, Effect effect) {
    return !effect.equals(known.put(method, effect));
  }

  /**
   * Something that may block.
   *
   * @param blocker the blocking method at the end of the chain
   * @param kind as the fact says, {@code sleep}, {@code file}, …
   * @param site where it is called
   * @param via the calls on the way there, outermost first
   * @param given position of the parameter by which the method got the stream or the future that it
   *     waits for; -1 for others
   */
  public record Blocking(
      MethodRef blocker, String kind, Site site, List<Summary.Via> via, int given) {
    /** Whatever the method was given. */
    Blocking(MethodRef blocker, String kind, Site site, List<Summary.Via> via) {
      this(blocker, kind, site, via, -1);
    }

    /** Does not depend on whether a future that was given is done. */
    boolean sure() {
      return given < 0 || kind.equals("stream");
    }

    Blocking by(int parameter) {
      return new Blocking(blocker, kind, site, via, parameter);
    }
  }

  /** What a call may wait for; empty when it does not block as far as is known. */
  public Optional<Blocking> blocking(Op.Call call, int n, MethodFlow flow, Point at) {
    Sym[] args = flow.args(n);
    List<Fact.Blocks> facts = book.all(Fact.Blocks.class, call.method());
    if (!facts.isEmpty()) {
      Fact.Blocks fact = facts.get(0);
      boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
      boolean memory =
          fact.kind().equals("stream") && args.length > 0 && streams.inMemory(call, args, flow);
      boolean room = fact.kind().equals("queue") && receiver && room(call, args, flow);
      boolean address = fact.kind().equals("dns") && Arrays.stream(args).anyMatch(Effects::numeric);
      boolean never = memory || room || address || brief(fact, args, receiver);
      boolean excused = never || ready(at, args) || elsewhere(at);
      return excused
          ? Optional.empty()
          : Optional.of(
              new Blocking(
                  call.method(), fact.kind(), call.site(), List.of(), given(fact, args, flow)));
    }
    if (elsewhere(at) || denied(call.method())) {
      return Optional.empty();
    }
    return first(call, n, knowledge.bodies(call, n, flow), flow, at)
        .or(() -> first(call, n, knowledge.stored(call, n, flow), flow, at));
  }

  /** {@code "127.0.0.1"}: an address that need not be looked up. */
  private static boolean numeric(Sym host) {
    return host instanceof Sym.Lit l
        && l.value() instanceof String s
        && ADDRESS.matcher(s).matches();
  }

  /** The parameter that the stream or the future is; -1 for others. */
  private static int given(Fact.Blocks fact, Sym[] args, MethodFlow flow) {
    return GIVEN.contains(fact.kind()) && args.length > 0 ? Sym.parameter(args[0]) : -1;
  }

  private Optional<Blocking> first(
      Op.Call call, int n, List<MethodInfo> targets, MethodFlow flow, Point at) {
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Sym[] args = flow.args(n);
    for (MethodInfo target : targets) {
      boolean known = target.hasBody();
      Blocking inner = (known ? told(call, target, args) : inside(call, target)).orElse(null);
      Sym given = inner == null ? null : Outcomes.argument(inner.given(), args, receiver);
      boolean done = given != null && !inner.sure() && ready(at, given);
      if (inner != null && !done && !streams.given(given, args, flow)) {
        return Optional.of(inner.by(Sym.parameter(given)));
      }
    }
    return Optional.empty();
  }

  /** What it waits for when it is given these constants: {@code close(channel, false)}. */
  private Optional<Blocking> told(Op.Call call, MethodInfo target, Sym[] args) {
    Optional<Blocking> any = through(call, target);
    MethodFlow in = any.isEmpty() ? null : flows.flowAnywhere(target).orElse(null);
    BitSet skipped = in == null ? new BitSet() : new GivenConstants(in.body(), args).skipped();
    if (skipped.isEmpty() || !asked.add(target.ref())) {
      return any;
    }
    Blocking[] found = new Blocking[1];
    in.replay(
        (op, at, here) -> {
          if (found[0] == null && op instanceof Op.Call inner && !skipped.get(at)) {
            found[0] = blocking(inner, at, in, here).orElse(null);
          }
        });
    asked.remove(target.ref());
    return through(call, target, found[0]);
  }

  /** What the body of a target waits for, as seen at the call. */
  Optional<Blocking> through(Op.Call call, MethodInfo target) {
    return through(call, target, of(target.ref()).blocks());
  }

  private Optional<Blocking> through(Op.Call call, MethodInfo target, Blocking inner) {
    if (inner == null || inner.via().size() >= Summary.MAX_CHAIN || denied(target.ref())) {
      return Optional.empty();
    }
    List<Summary.Via> via = new ArrayList<>();
    via.add(new Summary.Via(call.site(), target.ref()));
    via.addAll(inner.via());
    return Optional.of(
        new Blocking(inner.blocker(), inner.kind(), inner.site(), List.copyOf(via), inner.given()));
  }

  /** What a function object that a call runs waits for. */
  Optional<Blocking> inside(Op.Call call, MethodInfo function) {
    List<Fact.Blocks> facts = book.all(Fact.Blocks.class, function.ref());
    if (!facts.isEmpty()) {
      String kind = facts.get(0).kind();
      return Optional.of(new Blocking(function.ref(), kind, call.site(), List.of()));
    }
    return through(call, function);
  }

  /** Something is put into a queue that takes everything. */
  private boolean room(Op.Call call, Sym[] args, MethodFlow flow) {
    return args.length > 1
        && args[0] instanceof Sym.At on
        && book.says(Fact.Acts.class, call.method())
        && !book.says(Fact.Removes.class, call.method())
        && (makings.unbounded(on.place()) || makings.unbounded(on.place(), flow));
  }

  private boolean denied(MethodRef method) {
    return book.denies(Fact.Blocks.class, method);
  }

  /** Code that a test has shown to run on a thread that may wait. */
  static boolean elsewhere(Point at) {
    for (Assumption a : at.assumed()) {
      boolean waits = a.what().startsWith("not in ") && !a.what().endsWith(" virtual-thread");
      if (waits || a.what().equals("in virtual-thread")) {
        return true;
      }
    }
    return false;
  }

  private boolean ready(Point at, Sym... args) {
    for (Sym arg : args) {
      boolean shown =
          arg instanceof Sym.At a
              && (at.assumed().contains(Assumption.ready(a.place())) || fields.has(a.place()));
      if (shown) {
        return true;
      }
    }
    return false;
  }

  private static boolean brief(Fact.Blocks fact, Sym[] args, boolean receiver) {
    if (fact.timeout().isEmpty()) {
      return false;
    }
    Fact.Timeout timeout = fact.timeout().get();
    Sym amount = Outcomes.argument(timeout.amount(), args, receiver);
    if (!(amount instanceof Sym.Lit l && l.value() instanceof Number number)) {
      return false;
    }
    String unit = timeout.unit();
    if (timeout.unitArg() >= 0) {
      Sym arg = Outcomes.argument(timeout.unitArg(), args, receiver);
      Place place = arg instanceof Sym.At a ? a.place() : null;
      unit =
          place == null ? "" : place.field().map(f -> f.name().toLowerCase(Locale.ROOT)).orElse("");
    }
    double millis = number.doubleValue() * MILLIS.getOrDefault(unit, Double.MAX_VALUE);
    boolean sleeps = fact.kind().equals("sleep");
    return number.longValue() >= 0
        && millis <= (sleeps ? 0 : BUDGET_MILLIS)
        && !(number.longValue() == 0 && waitsForEver(fact));
  }

  /** {@code join(0)} and {@code wait(0)} wait without end. */
  private static boolean waitsForEver(Fact.Blocks fact) {
    return fact.kind().equals("wait-thread") || fact.kind().equals("wait-monitor");
  }

  /** Whether a method is said to let other tasks of the context run. */
  boolean yields(MethodRef method, String context) {
    for (Fact.Yields f : book.all(Fact.Yields.class, method)) {
      boolean plain = f.context().equals("cooperative") && context.isEmpty();
      if (f.context().isEmpty() || plain || f.context().equals(context)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the call lets other tasks of the context run, on every way through it. */
  public boolean yields(Op.Call call, int n, MethodFlow flow, String context) {
    if (yields(call.method(), context)) {
      return true;
    }
    List<MethodInfo> targets = knowledge.bodies(call, n, flow);
    boolean all = !targets.isEmpty();
    for (MethodInfo target : targets) {
      Effect effect = of(target.ref());
      boolean through = context.equals("virtual-thread") ? effect.yieldsVirtual() : effect.yields();
      all &= through || yields(target.ref(), context);
    }
    return all;
  }
}
