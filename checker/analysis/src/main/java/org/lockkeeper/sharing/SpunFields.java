package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.FieldUses;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Site;

/**
 * Plain fields that a loop waits for others to change. It may read them once and go round for ever:
 * letting other threads run does not make their writes visible (JLS 17.3).
 */
public final class SpunFields {
  private final Flows flows;
  private final SharedSteps steps;
  private final MethodFlow flow;
  private final List<Access> accesses;

  /**
   * One field.
   *
   * @param steps where it is read and written back, or tested and set, which {@code volatile} does
   *     not make one step
   */
  public record Spun(FieldInfo field, Optional<Site> steps) {}

  /** Of the loops of one solved method. */
  public SpunFields(Flows flows, SharedSteps steps, MethodFlow flow) {
    this.flows = flows;
    this.steps = steps;
    this.flow = flow;
    this.accesses = flows.accesses(flow.method().ref());
  }

  /** Those that decide when the loops of a statement end. */
  public List<Spun> of(Site statement) {
    List<Spun> found = new ArrayList<>();
    for (Loops.Loop loop : new Loops(flow).all()) {
      if (loop.site().equals(statement)) {
        for (FieldRef field : deciding(loop)) {
          Optional<FieldInfo> info = steps.fields().info(field).filter(this::isPlain);
          if (info.isPresent() && !written(field, loop) && setElsewhere(field)) {
            found.add(new Spun(info.get(), steps(field)));
          }
        }
      }
    }
    return found;
  }

  private boolean isPlain(FieldInfo field) {
    return !field.has(Modifier.VOLATILE)
        && !field.has(Modifier.FINAL)
        && flows.book().ofField(Fact.GuardedBy.class, field.ref()).isEmpty();
  }

  /** Fields that are read without a lock in the loop, and tested where it can be left. */
  private Set<FieldRef> deciding(Loops.Loop loop) {
    Set<FieldRef> fields = new LinkedHashSet<>();
    List<Sym> tested = tested(loop);
    for (Access a : accesses) {
      boolean plain = a.kind() == Access.Kind.READ && !a.owned() && a.held().all().isEmpty();
      if (plain && inside(a, loop) && isAnswer(a)) {
        boolean tests = tested.stream().anyMatch(s -> s.from(a.op()));
        a.target().field().filter(f -> tests).ifPresent(fields::add);
      }
    }
    return fields;
  }

  /** What is tested on the ways out. */
  private List<Sym> tested(Loops.Loop loop) {
    List<Sym> tested = new ArrayList<>();
    Loops.exits(
        flow,
        loop,
        (test, point) ->
            Stream.of(point.sym(test.left()), point.sym(test.right()))
                .filter(Objects::nonNull)
                .forEach(tested::add));
    return tested;
  }

  /** The method's own read, or what a getter that it calls answers. */
  private boolean isAnswer(Access read) {
    Optional<MethodFlow> getter =
        read.via().size() == 1 ? flows.flow(read.via().get(0).callee()) : Optional.empty();
    return read.via().isEmpty()
        || getter.isPresent()
            && getter.get().body().blocks().stream()
                .flatMap(b -> b.ops().stream())
                .allMatch(op -> op instanceof Op.Read || op instanceof Op.Return);
  }

  private boolean written(FieldRef field, Loops.Loop loop) {
    return accesses.stream()
        .anyMatch(a -> a.kind() == Access.Kind.WRITE && is(a, field) && inside(a, loop));
  }

  private boolean inside(Access access, Loops.Loop loop) {
    return loop.blocks().get(flow.blockOf(access.op()));
  }

  private static boolean is(Access access, FieldRef field) {
    return access.target().field().filter(field::equals).isPresent();
  }

  private boolean setElsewhere(FieldRef field) {
    return steps.fields().of(field).stream()
        .anyMatch(
            u ->
                u.access().kind() == Access.Kind.WRITE
                    && !u.access().owned()
                    && !u.method().isConstructor()
                    && !u.method().equals(flow.method().ref()));
  }

  private Optional<Site> steps(FieldRef field) {
    for (FieldUses.Use use : steps.fields().of(field)) {
      MethodFlow in = flows.flow(use.method()).orElse(null);
      if (in != null && use.access().kind() == Access.Kind.WRITE) {
        int op = use.access().op();
        boolean computed =
            steps.updates(in).stream().anyMatch(u -> u.write().op() == op)
                || use.access().value() != null
                    && use.access().value().leaves().stream()
                        .anyMatch(
                            s ->
                                s.where()
                                    .flatMap(p -> p.field())
                                    .filter(field::equals)
                                    .isPresent());
        boolean decided =
            steps.checkThenActs(in).all().stream()
                .anyMatch(p -> p.act().op() == op && is(p.check(), field));
        if (computed || decided) {
          return Optional.of(use.access().site());
        }
      }
    }
    return Optional.empty();
  }
}
