package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Locks that objects know by a field in which their maker put itself, or its own lock: {@code new
 * Recording(this)}. When the maker holds that lock and calls them, they hold what the field names.
 */
final class MakerLocks {
  private final Flows flows;
  private final Map<MethodRef, Set<Made>> makers = new HashMap<>();
  private final Map<String, Map<FieldRef, Given>> known = new HashMap<>();

  /** What a constructor is given: the maker's class, and the places of the arguments. */
  private record Made(String by, List<Optional<Place>> args) {}

  /** What a field holds, in the terms of the class of those who make the object. */
  private record Given(String by, Place what) {}

  MakerLocks(Flows flows) {
    this.flows = flows;
  }

  /** Takes note of who makes an object. */
  void made(Op.Call call, Sym[] args, MethodFlow in) {
    if (call.method().isConstructor() && call.dispatch() == Op.Dispatch.SPECIAL) {
      List<Optional<Place>> given = Arrays.stream(args).skip(1).map(MakerLocks::place).toList();
      makers
          .computeIfAbsent(call.method(), k -> new LinkedHashSet<>())
          .add(new Made(in.method().ref().owner(), given));
    }
  }

  private static Optional<Place> place(Sym arg) {
    return arg == null ? Optional.empty() : arg.where().filter(MakerLocks::own);
  }

  /** The maker itself, or what it has. */
  private static boolean own(Place place) {
    return place.root() instanceof Root.This && place.path().stream().noneMatch(Step::outer);
  }

  /** The names that objects of a class have for a lock of a caller. */
  List<Lock> names(Lock lock, MethodRef caller, String type) {
    List<Lock> all = new ArrayList<>();
    if (own(lock.place()) && !type.isEmpty()) {
      known
          .computeIfAbsent(type, this::given)
          .forEach(
              (field, given) -> {
                boolean same = given.what().path().equals(lock.place().path());
                if (same && flows.hierarchy().isSubtype(caller.owner(), given.by())) {
                  Place self = Place.of(new Root.This(), type);
                  self.then(new Step.Field(field), field.type())
                      .ifPresent(p -> all.add(Lock.of(p, lock.mode())));
                }
              });
    }
    return all;
  }

  private Map<FieldRef, Given> given(String type) {
    Map<FieldRef, Given> all = new HashMap<>();
    ClassInfo info = flows.hierarchy().find(type).orElse(null);
    for (FieldInfo field : info == null ? List.<FieldInfo>of() : info.fields()) {
      if (field.has(Modifier.FINAL) && !field.has(Modifier.STATIC)) {
        given(field.ref(), info).ifPresent(g -> all.put(field.ref(), g));
      }
    }
    return all.isEmpty() ? Map.of() : all;
  }

  /** What all who make such objects give them for the field. */
  private Optional<Given> given(FieldRef field, ClassInfo owner) {
    Set<Given> all = new LinkedHashSet<>();
    for (MethodInfo m : owner.methods()) {
      Set<Made> calls = makers.getOrDefault(m.ref(), Set.of());
      int param = calls.isEmpty() ? -1 : HandedLocks.input(flows, m, field);
      for (Made each : calls) {
        Optional<Place> what = param < 0 ? Optional.empty() : each.args().get(param);
        if (what.isEmpty()) {
          return Optional.empty();
        }
        all.add(new Given(each.by(), what.get()));
      }
    }
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }
}
