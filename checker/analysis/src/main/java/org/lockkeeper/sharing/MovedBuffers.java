package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Callers;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;

/**
 * Methods that move a buffer of their own object without any lock, such as the steps of a parser: a
 * buffer has one position, so one thread at a time takes them.
 */
final class MovedBuffers {
  private static final Pattern MOVES =
      Pattern.compile("get[A-Z]?.*|put.*|flip|clear|compact|rewind|reset|position|limit");

  /** Helpers of helpers, at most. */
  private static final int MAX_HELPERS = 2;

  private final Flows flows;
  private final FieldUses uses;
  private final Map<FieldRef, Boolean> free = new HashMap<>();
  private final Map<MethodRef, Boolean> known = new HashMap<>();

  MovedBuffers(Flows flows, FieldUses uses) {
    this.flows = flows;
    this.uses = uses;
  }

  /** Whether a step on a field of the object itself is taken by such a method. */
  boolean with(Access write, MethodFlow flow) {
    boolean own =
        write.call() == null
            && write.target().root() instanceof Root.This
            && write.target().path().size() == 1;
    return own
        && write.target().field().filter(this::free).isPresent()
        && (moves(flow) || helps(flow));
  }

  private boolean moves(MethodFlow flow) {
    return known.computeIfAbsent(flow.method().ref(), r -> moves(flow, MAX_HELPERS));
  }

  /** Only such methods call it, on the same object. */
  private boolean helps(MethodFlow flow) {
    List<Callers.Caller> callers =
        flow.method().has(Modifier.PRIVATE)
            ? flows.callers().of(flow.method().ref())
            : List.<Callers.Caller>of();
    return !callers.isEmpty() && callers.stream().allMatch(c -> c.self() && moves(c.in()));
  }

  private boolean moves(MethodFlow flow, int helpers) {
    boolean[] found = new boolean[1];
    flow.calls((call, n) -> found[0] |= moves(call, n, flow) || helped(call, n, flow, helpers));
    return found[0];
  }

  private boolean moves(Op.Call call, int n, MethodFlow flow) {
    Optional<Place> on = receiver(call, n, flow);
    return on.isPresent()
        && on.get().path().size() == 1
        && MOVES.matcher(call.method().name()).matches()
        && (!call.method().params().isEmpty() || !call.method().returns().equals("int"))
        && flows.works(on.get().type(), Fact.Shape.CURSOR)
        && on.get().field().filter(this::free).isPresent();
  }

  private boolean helped(Op.Call call, int n, MethodFlow flow, int helpers) {
    boolean own =
        helpers > 0 && receiver(call, n, flow).filter(p -> p.path().isEmpty()).isPresent();
    for (MethodInfo target : own ? flow.targets(call) : List.<MethodInfo>of()) {
      if (flows.flow(target.ref()).filter(f -> moves(f, helpers - 1)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** What the call is made on, when that is reached from this object. */
  private static Optional<Place> receiver(Op.Call call, int n, MethodFlow flow) {
    Sym[] args = flow.args(n);
    boolean on =
        call.dispatch() != Op.Dispatch.STATIC
            && args.length > 0
            && args[0] instanceof Sym.At at
            && at.place().root() instanceof Root.This;
    return on ? Optional.of(((Sym.At) args[0]).place()) : Optional.empty();
  }

  /** Nobody ever locks to use it. */
  private boolean free(FieldRef field) {
    return free.computeIfAbsent(field, uses::unlocked);
  }
}
