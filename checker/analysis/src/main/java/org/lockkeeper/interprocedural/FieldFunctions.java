package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Value.Var;

/** Lambdas and method references that final fields hold from the beginning. */
final class FieldFunctions {
  private final Hierarchy hierarchy;
  private final Map<FieldRef, List<MethodInfo>> held = new HashMap<>();

  FieldFunctions(Hierarchy hierarchy, List<ClassInfo> classes) {
    this.hierarchy = hierarchy;
    for (ClassInfo c : classes) {
      for (MethodInfo m : c.methods()) {
        if (m.ref().name().startsWith("<")) {
          m.body().ifPresent(b -> read(c, b));
        }
      }
    }
  }

  private void read(ClassInfo in, MethodBody body) {
    Map<Integer, MethodRef> made = new HashMap<>();
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.New n
            && n.function().filter(f -> f.captures().size() < 2).isPresent()) {
          made.put(n.to().index(), n.function().get().target());
        } else if (op instanceof Op.Write w && w.value() instanceof Var v) {
          MethodRef target = made.get(v.index());
          Optional.ofNullable(target)
              .filter(
                  t -> in.field(w.slot().field().name()).filter(FieldFunctions::fixed).isPresent())
              .flatMap(hierarchy::resolve)
              .ifPresent(
                  m -> held.computeIfAbsent(w.slot().field(), f -> new ArrayList<>()).add(m));
        }
      }
    }
  }

  private static boolean fixed(FieldInfo field) {
    return field.has(Modifier.FINAL);
  }

  /** The functions that a field may hold; none when that is unknown. */
  List<MethodInfo> of(FieldRef field) {
    return held.getOrDefault(field, List.of());
  }

  /** Those that the field holds which is called. */
  List<MethodInfo> of(Sym receiver) {
    Optional<Place> place =
        receiver instanceof Sym.At at ? Optional.of(at.place()) : Optional.empty();
    return place.flatMap(Place::field).map(this::of).orElse(List.of());
  }
}
