package org.lockkeeper.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.flow.Access;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.Loops;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.interprocedural.HandedLocks;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Place;

/** What fields hold that their makers have put there, most by a constructor's argument. */
final class ConstructorInputs {
  private final Flows flows;
  private final Map<FieldRef, Integer> inputs = new HashMap<>();

  ConstructorInputs(Flows flows) {
    this.flows = flows;
  }

  /** Whether a constructor is given what the field holds. */
  boolean has(FieldRef field) {
    return index(field) >= 0;
  }

  /** What a call of the constructor gives for the field. */
  Optional<Place> of(FieldRef field, Sym[] args) {
    int index = index(field) + 1;
    return index > 0 && index < args.length ? where(args[index]) : Optional.empty();
  }

  /**
   * What a method that makes several objects gives to each of them for the field: {@code for (…)
   * workers.add(new Worker(counter))}.
   */
  Optional<Place> common(FieldRef field, MethodFlow in) {
    List<Optional<Place>> given = new ArrayList<>();
    boolean[] several = new boolean[1];
    in.calls(
        (call, n) -> {
          boolean makes =
              call.method().isConstructor()
                  && call.method().owner().equals(field.owner())
                  && Dispatch.made(in.args(n)[0]);
          if (makes) {
            Optional<Place> place = of(field, in.args(n));
            given.add(place.filter(p -> !remade(p, n, in)));
            several[0] |= given.size() > 1 || in.reaches(in.blockOf(n), in.blockOf(n));
          }
        });
    boolean same = several[0] && given.stream().distinct().count() == 1;
    return same ? given.get(0) : Optional.empty();
  }

  /** Each round of a loop around the operation has another one. */
  private static boolean remade(Place given, int op, MethodFlow in) {
    return new Loops(in)
        .all().stream()
            .filter(loop -> loop.blocks().get(in.blockOf(op)))
            .anyMatch(loop -> Tasks.another(given, loop, in));
  }

  /** What the maker of the task has put into a field of it. */
  Optional<Place> put(FieldRef field, Place task, MethodFlow in) {
    for (Access a : flows.accesses(in.method().ref())) {
      boolean its =
          a.target().field().filter(field::equals).isPresent() && !field.name().startsWith("this$");
      if (its && a.kind() == Access.Kind.WRITE && a.target().parent().equals(task)) {
        return where(a.value());
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> where(Sym given) {
    return given == null ? Optional.empty() : given.where();
  }

  private int index(FieldRef field) {
    return inputs.computeIfAbsent(field, this::find);
  }

  private int find(FieldRef field) {
    int found = -1;
    for (MethodInfo m :
        flows.hierarchy().find(field.owner()).map(ClassInfo::methods).orElse(List.of())) {
      int kept = m.ref().isConstructor() ? HandedLocks.input(flows, m, field) : -1;
      found = kept < 0 ? found : kept;
    }
    return found;
  }
}
