package org.lockkeeper.sharing;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.interprocedural.Flows;
import org.lockkeeper.ir.Annotation;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Site;

/** Expressions that name nothing that could guard. */
record GuardExpressions(Flows flows, GuardNeeds needs) {
  /** A guard as it was written. */
  private record Written(String text, boolean common, String of, Site site) {}

  /** Annotations whose elements are guards. */
  private static final Set<String> NAMES =
      Set.of("GuardedBy", "Holding", "Excludes", "Acquires", "Releases");

  /** Those of a class. */
  List<GuardContracts.Problem> problems(ClassInfo info) {
    List<GuardContracts.Problem> found = new ArrayList<>();
    for (FieldInfo f : info.fields()) {
      empty(f.annotations(), f.ref().name(), f.site(), found);
      for (Fact.GuardedBy by : flows.book().ofField(Fact.GuardedBy.class, f.ref())) {
        for (String guard : by.guards()) {
          Written written = new Written(guard, f.has(Modifier.STATIC), f.ref().name(), f.site());
          problem(written, g -> flows.guards().ofField(g, f.ref())).ifPresent(found::add);
        }
      }
    }
    for (MethodInfo m : info.methods()) {
      empty(m.annotations(), m.ref().name(), m.site(), found);
      for (String guard : expressions(m)) {
        if (!m.annotations().isEmpty()) {
          Written written = new Written(guard, m.isStatic(), m.ref().name(), m.site());
          problem(written, g -> flows.guard(g, m.ref())).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /** {@code @GuardedBy({})}: whoever wrote it has forgotten the guard. */
  private static void empty(
      List<Annotation> all, String of, Site site, List<GuardContracts.Problem> found) {
    for (Annotation a : all) {
      if (NAMES.contains(a.simpleName())
          && a.values().get("value") instanceof List<?> guards
          && guards.isEmpty()) {
        String text = "`@" + a.simpleName() + "` of `" + of + "` names no guard";
        found.add(new GuardContracts.Problem(site, text));
      }
    }
  }

  private Optional<GuardContracts.Problem> problem(
      Written guard, Function<String, Optional<Lock>> named) {
    Optional<Lock> lock = named.apply(guard.text());
    int side = guard.text().indexOf('#');
    Optional<Lock> whole =
        lock.isPresent() || side <= 0 ? lock : named.apply(guard.text().substring(0, side));
    String why = null;
    if (whole.filter(l -> needs.oneOfSeveral(l.place())).isPresent()) {
      return Optional.empty();
    } else if (lock.isEmpty()) {
      why = "names nothing";
    } else if (Primitives.is(lock.get().place().type())) {
      why = "is no object, and nobody can lock it";
    } else if (guard.common() && lock.get().place().root() instanceof Root.This) {
      why = "is another lock in each object, but `" + guard.of() + "` is static";
    }
    return Optional.ofNullable(why)
        .map(w -> "guard `" + guard.text() + "` of `" + guard.of() + "` " + w)
        .map(text -> new GuardContracts.Problem(guard.site(), text));
  }

  private List<String> expressions(MethodInfo m) {
    List<String> all = new ArrayList<>();
    flows.book().all(Fact.GuardedBy.class, m.ref()).forEach(f -> all.addAll(f.guards()));
    flows.book().all(Fact.Holds.class, m.ref()).forEach(f -> all.add(f.guard()));
    flows.book().all(Fact.Excludes.class, m.ref()).forEach(f -> all.add(f.guard()));
    flows.book().all(Fact.Takes.class, m.ref()).forEach(f -> all.add(f.guard()));
    flows.book().all(Fact.Gives.class, m.ref()).forEach(f -> all.add(f.guard()));
    return all;
  }
}
