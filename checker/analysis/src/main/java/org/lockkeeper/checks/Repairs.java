package org.lockkeeper.checks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.check.ClassView;
import org.lockkeeper.check.Edit;
import org.lockkeeper.check.Finding;
import org.lockkeeper.check.Fix;
import org.lockkeeper.check.Obstacle;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.Fact.Trait;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Parts;
import org.lockkeeper.interprocedural.CheckThenActs;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Place;
import org.lockkeeper.sharing.Captures;

/**
 * Which fix a pair of accesses calls for: the call that does both, or the lock that the others
 * hold.
 */
final class Repairs {
  private final ClassView view;
  private final MethodFlow flow;
  private final CheckThenActs.Pair pair;

  private Repairs(ClassView view, MethodFlow flow, CheckThenActs.Pair pair) {
    this.view = view;
    this.flow = flow;
    this.pair = pair;
  }

  static Repairs of(ClassView view, MethodFlow flow, CheckThenActs.Pair pair) {
    return new Repairs(view, flow, pair);
  }

  /** The finding with the best fix that is known. */
  Finding apply(Finding finding) {
    Access act = pair.act();
    String name = Parts.container(act.target()).toString();
    if (act.kind() == Access.Kind.READ) {
      return finding.with(Fix.advice("read `" + name + "` once, into a local variable"));
    }
    if (CheckThenActs.replaces(pair, flow)) {
      return finding.with(
          Fix.advice("end what the step itself replaces, not what was seen before"));
    }
    if (CheckThenActs.picks(pair, flow) && oneStep()) {
      String only = "go on only if `%s.%s` answers that it was still there";
      return finding.with(Fix.advice(only.formatted(name, act.verb())));
    }
    Optional<String> fused = fused();
    if (fused.isPresent() && !oneStep()) {
      finding =
          finding.refusing(
              "`%s.%s`: `%s` is a %s, whose calls are not one step"
                  .formatted(name, fused.get(), name, type()));
    } else if (fused.isPresent()) {
      return finding.with(new Fix(Presence.advice(pair, name, fused.get()), fuse(fused.get())));
    }
    Optional<FieldRef> field = act.target().field();
    List<Lock> guards =
        field.map(f -> view.module().ask().steps().guarding().commonGuards(f)).orElse(List.of());
    String reader = flow.method().ref().owner();
    String title = LockNames.hold(guards, reader, pair.check().site().line(), act.site().line());
    return new Locking(view.module(), flow).usual(finding, title, pair.check(), act);
  }

  /** Whether single calls on the container are atomic. */
  private boolean oneStep() {
    Place container = Parts.container(pair.act().target());
    Set<Trait> traits = view.module().fields().traits(container, flow);
    Captures captures = view.module().ask().captures();
    captures
        .resolve(container, flow)
        .ifPresent(c -> traits.addAll(view.module().fields().traits(c.place(), c.maker())));
    return traits.contains(Trait.CONCURRENT) || traits.contains(Trait.SYNCHRONIZED);
  }

  private String type() {
    Place container = Parts.container(pair.act().target());
    return container
        .field()
        .map(f -> view.module().fields().typeName(f))
        .orElse(MethodRef.simple(container.type()));
  }

  private List<Edit> fuse(String into) {
    Access check = pair.check();
    Access act = pair.act();
    boolean here = check.via().isEmpty() && act.via().isEmpty();
    Place container = Parts.container(act.target());
    List<Obstacle> obstacles = view.module().ask().obstacles(flow, container);
    return here
        ? List.of(new Edit.Fuse(act.site(), check.site(), check.present(), into, obstacles))
        : List.of();
  }

  private Optional<String> fused() {
    Place changed = Parts.container(pair.act().target());
    boolean one = changed.equals(Parts.container(pair.check().target()));
    boolean fuses = one && pair.act().call() != null && pair.check().call() != null;
    if (!fuses || CheckThenActs.picks(pair, flow)) {
      return Optional.empty();
    }
    MethodRef act = pair.act().call();
    for (Fact.Fuses f : view.module().flows().book().ofType(Fact.Fuses.class, act.owner())) {
      if (f.check().equals(pair.check().verb()) && f.act().equals(act.name())) {
        return Optional.of(f.into());
      }
    }
    return Optional.empty();
  }
}
