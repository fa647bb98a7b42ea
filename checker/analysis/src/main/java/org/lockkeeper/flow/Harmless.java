package org.lockkeeper.flow;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/** Writes that two threads may both do without harm, although a test decides them. */
final class Harmless {
  /** How loggers are called by convention. */
  private static final Pattern LOG =
      Pattern.compile("(M|Debug|Abstract)?Log(ger|Builder|Writer)?|.*Logger");

  /** Methods that only look, by the conventions of the language. */
  private static final Pattern LOOKS =
      Pattern.compile(
          "(get|is|to)[A-Z].*|min|max|abs|toString|valueOf|format|formatted|length|<init>|name|append");

  private final MethodFlow flow;

  Harmless(MethodFlow flow) {
    this.flow = flow;
  }

  /** Whether the write after the test may be done twice. */
  boolean write(Access check, Access act, Decisions.Decision d) {
    return endsOwnLoop(check, act)
        || drivesOwnLoop(check, act)
        || clamps(act, d)
        || settles(act, d);
  }

  /** {@code if (timeout < MIN) timeout = MIN}: every thread comes to the same value. */
  static boolean clamps(Access act, Decisions.Decision d) {
    boolean order = d.test().relation() != Op.Relation.EQ && d.test().relation() != Op.Relation.NE;
    boolean constant =
        act.value() instanceof Sym.Lit
            || act.value() instanceof Sym.At at && at.place().root() instanceof Root.Static;
    return act.kind() == Access.Kind.WRITE && act.via().isEmpty() && order && constant;
  }

  /** {@code while (running) … running = false}: doing it twice is doing it once. */
  boolean endsOwnLoop(Access check, Access act) {
    int test = flow.blockOf(check.op());
    return constant(act)
        && (flow.reaches(flow.blockOf(act.op()), test) || flow.reaches(test, test));
  }

  /** {@code while (more) more = read()}: every round finds out anew whether there is another. */
  private boolean drivesOwnLoop(Access check, Access act) {
    int test = flow.blockOf(check.op());
    int write = flow.blockOf(act.op());
    boolean made = act.value() instanceof Sym.At at && at.place().root() instanceof Root.Fresh;
    return act.call() == null
        && act.via().isEmpty()
        && act.value() != null
        && !made
        && flow.reaches(write, test)
        && flow.reaches(test, write)
        && !flow.dependsOn(act.value(), check.op());
  }

  /** {@code while (sent.get() < n) … sent.incrementAndGet()}: counts the rounds of its own loop. */
  boolean countsRounds(Access check, Access act) {
    int test = flow.blockOf(check.op());
    return act.atomic()
        && !act.keyed()
        && flow.args(act.op()).length <= 2
        && flow.reaches(flow.blockOf(act.op()), test)
        && flow.loopHead(test);
  }

  private boolean constant(Access act) {
    if (act.call() == null) {
      return act.value() instanceof Sym.Lit;
    }
    Sym[] args = flow.args(act.op());
    return !act.keyed() && args.length == 2 && args[1] instanceof Sym.Lit;
  }

  /** The test decides nothing but writes of fixed values: all threads bring about the same. */
  private boolean settles(Access act, Decisions.Decision d) {
    if (!act.via().isEmpty() || !fixed(act.value())) {
      return false;
    }
    boolean flag = act.value() instanceof Sym.Lit l && l.value() instanceof Boolean;
    BitSet region = d.region();
    for (int b = region.nextSetBit(0); b >= 0; b = region.nextSetBit(b + 1)) {
      Block block = flow.body().blocks().get(b);
      for (Op op : block.ops()) {
        if (!quiet(op, flag)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * An operation that others do not notice when it is done twice.
   *
   * @param flag whether the field only says that it was done, and is not what it is done to
   */
  private boolean quiet(Op op, boolean flag) {
    if (op instanceof Op.Call call) {
      String owner = MethodRef.simple(call.method().owner());
      return LOG.matcher(owner).matches()
          || LOOKS.matcher(call.method().name()).matches()
          || flag && flow.meaning(call.method()).idempotent();
    }
    if (op instanceof Op.Return r) {
      return r.thrown() || r.value().isEmpty();
    }
    return !(op instanceof Op.Enter || op instanceof Op.Exit);
  }

  /** A constant, or what another field holds. */
  private static boolean fixed(Sym value) {
    if (value == null) {
      return false;
    }
    List<Sym> options = value.options();
    return options.stream()
        .allMatch(
            o ->
                o instanceof Sym.Lit
                    || o instanceof Sym.At at
                        && at.place().field().isPresent()
                        && !(at.place().root() instanceof Root.Unknown));
  }
}
