package org.lockkeeper.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lockkeeper.cooperation.Cooperation;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.When;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Handoffs;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Outcomes;
import org.lockkeeper.flow.Point;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.flow.Terms;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.TripCounts;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;

/**
 * What the engine knows of each line, in the words of a facts file: {@code holds lock}, {@code
 * blocks as sleep}, {@code writes count owned}, {@code runs lambda later on pool}, {@code loop
 * linear}.
 */
public final class LineFacts {
  private final Flows flows;
  private final Cooperation cooperation;
  private final FieldUses uses;
  private final List<LineFact> all = new ArrayList<>();

  /** One thing that is known at one place. */
  public record LineFact(Site site, String text) {}

  private LineFacts(Questions ask) {
    this.flows = ask.flows();
    this.cooperation = ask.cooperation();
    this.uses = ask.fields();
  }

  /** Of all solved methods, in their order. */
  public static List<LineFact> of(Questions ask) {
    LineFacts found = new LineFacts(ask);
    found.flows.all().forEach(found::collect);
    return List.copyOf(found.all);
  }

  private void add(Site site, String text) {
    all.add(new LineFact(site, text));
  }

  private void collect(MethodFlow flow) {
    MethodRef ref = flow.method().ref();
    Site declared = flow.method().site();
    flows.summary(ref).acquires().forEach(a -> add(declared, "acquires " + a.lock()));
    flows.inherited(ref).all().forEach(h -> add(declared, "holds " + h.lock()));
    for (Access a : flows.accesses(ref)) {
      add(a.site(), verb(a.kind()) + " " + a.target() + (a.owned() ? " owned" : ""));
    }
    TripCounts counts = new TripCounts(flow, flows.book(), uses);
    for (Loops.Loop loop : new Loops(flow).all()) {
      add(loop.site(), "loop " + counts.of(loop).trip().name().toLowerCase(Locale.ROOT));
    }
    flow.replay(
        (op, n, at) -> {
          at.held().all().forEach(h -> add(op.site(), "holds " + h.lock()));
          if (op instanceof Op.Call call) {
            call(call, n, at, flow);
          }
        });
  }

  private static String verb(Access.Kind kind) {
    return switch (kind) {
      case READ -> "reads";
      case WRITE -> "writes";
      case CHECK, REFUSE -> "checks";
      case ACT -> "acts";
      case USE -> "uses";
      case ITERATE -> "iterates";
    };
  }

  private void call(Op.Call call, int n, Point at, MethodFlow flow) {
    cooperation
        .context(flow.method().ref())
        .ifPresent(c -> add(call.site(), "runs on " + c.name()));
    Sym on = Knowledge.receiver(call, n, flow);
    boolean receiver = call.dispatch() != Op.Dispatch.STATIC;
    Terms terms = new Terms(flow.args(n), receiver);
    for (Fact.Acquires f : flows.meaning(call.method()).acquires()) {
      String maybe = f.when() == When.ALWAYS ? "" : " perhaps";
      add(call.site(), "acquires " + Outcomes.target(f.lock(), flow.args(n), receiver) + maybe);
    }
    for (MethodInfo target : flows.targets(call, on)) {
      for (Summary.Acquisition a : flows.summary(target.ref()).acquires()) {
        terms.lock(a.lock()).ifPresent(l -> add(call.site(), "acquires " + l));
      }
    }
    cooperation
        .effects()
        .blocking(call, n, flow, at)
        .ifPresent(b -> add(call.site(), "blocks as " + b.kind()));
    if (cooperation.effects().yields(call, n, flow, "")) {
      add(call.site(), "yields");
    }
    for (Handoffs.Handoff h : flows.handoffs().of(call, n, flow)) {
      String what = h.target().isLambda() ? "lambda" : h.target().ref().name();
      String when =
          h.later() ? "later" + (h.context().isEmpty() ? "" : " on " + h.context()) : "now";
      add(call.site(), "runs " + what + " " + when);
    }
  }
}
