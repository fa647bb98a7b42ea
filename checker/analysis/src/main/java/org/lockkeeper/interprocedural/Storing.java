package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Value;
import org.lockkeeper.ir.Value.Var;

/** Finds out which function objects are put away, and where. */
final class Storing {
  private final Hierarchy hierarchy;
  private final Function<MethodRef, Meaning> meanings;
  private final Function<String, Optional<MethodRef>> functions;
  private final KeptArguments arguments;
  private final Set<String> analysed = new HashSet<>();
  private final Map<FieldRef, Kept> stored = new HashMap<>();

  /** Of the body that is read, by variable. */
  private final Map<Integer, Kept> things = new HashMap<>();

  private final Map<Integer, FieldRef> fields = new HashMap<>();

  Storing(
      Hierarchy hierarchy,
      List<ClassInfo> classes,
      Function<MethodRef, Meaning> meanings,
      Function<String, Optional<MethodRef>> functions) {
    this.hierarchy = hierarchy;
    this.meanings = meanings;
    this.functions = functions;
    this.arguments = new KeptArguments(meanings);
    classes.forEach(c -> analysed.add(c.name()));
    List<MethodBody> makers = new ArrayList<>();
    for (ClassInfo c : classes) {
      for (MethodInfo m : c.methods()) {
        m.body().ifPresent(b -> arguments.read(m, b));
        m.body().filter(this::makes).ifPresent(makers::add);
      }
    }
    makers.forEach(this::read);
  }

  /** By field: its content, or what the container in it has. */
  Map<FieldRef, Kept> all() {
    return stored;
  }

  /** Whether a body makes function objects. */
  private boolean makes(MethodBody body) {
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.New n && (n.function().isPresent() || body(n.type()).isPresent())) {
          return true;
        }
      }
    }
    return false;
  }

  private void read(MethodBody body) {
    things.clear();
    fields.clear();
    for (Block block : body.blocks()) {
      for (Op op : block.ops()) {
        if (op instanceof Op.New n) {
          made(n);
        } else if (op instanceof Op.Copy c && c.from().size() == 1) {
          same(c.to(), c.from().get(0));
        } else if (op instanceof Op.Read r) {
          fields.put(r.to().index(), r.slot().field());
        } else if (op instanceof Op.Write w) {
          written(w);
        } else if (op instanceof Op.Call call) {
          called(call);
        }
      }
    }
  }

  private void made(Op.New n) {
    Kept thing = new Kept();
    Optional<MethodInfo> body =
        n.function().isPresent() ? hierarchy.resolve(n.function().get().target()) : body(n.type());
    body.ifPresent(m -> thing.add(n.type(), m));
    things.put(n.to().index(), thing);
  }

  private Kept thing(Value value) {
    return value instanceof Var v ? things.get(v.index()) : null;
  }

  private void same(Var to, Value from) {
    if (thing(from) != null) {
      things.put(to.index(), thing(from));
    }
    if (from instanceof Var v && fields.containsKey(v.index())) {
      fields.put(to.index(), fields.get(v.index()));
    }
  }

  private void written(Op.Write w) {
    Kept thing = thing(w.value());
    if (thing != null && w.slot().field().equals(FieldRef.ELEMENT)) {
      Value array = w.slot().base().orElseThrow();
      Kept all = thing(array);
      if (all != null) {
        all.add(thing);
      } else if (array instanceof Var v && fields.containsKey(v.index())) {
        store(fields.get(v.index()), thing);
      }
    } else if (thing != null && own(w.slot().field())) {
      store(w.slot().field(), thing);
    }
  }

  private boolean own(FieldRef field) {
    return hierarchy
        .resolve(field)
        .filter(f -> f.has(Modifier.PRIVATE) || f.has(Modifier.FINAL))
        .isPresent();
  }

  private void store(FieldRef field, Kept thing) {
    stored.computeIfAbsent(field, k -> new Kept()).add(thing);
  }

  private void called(Op.Call call) {
    int first = call.dispatch() == Op.Dispatch.STATIC ? 0 : 1;
    FieldRef container =
        first == 1 && call.args().get(0) instanceof Var v ? fields.get(v.index()) : null;
    if (container != null && meanings.apply(call.method()).touches()) {
      call.to().ifPresent(to -> fields.put(to.index(), container));
    }
    Kept result = new Kept();
    for (int i = first; i < call.args().size(); i++) {
      Kept arg = thing(call.args().get(i));
      if (arg != null && analysed.contains(call.method().owner())) {
        given(call, i - first, arg, result);
      } else if (arg != null) {
        library(call, i - first, arg, result);
      }
    }
    Kept on = first == 1 ? thing(call.args().get(0)) : null;
    if (on != null && call.method().isConstructor()) {
      on.add(result);
    } else if (!analysed.contains(call.method().owner()) && on != null) {
      result.add(on);
    }
    call.to().filter(to -> !result.empty()).ifPresent(to -> things.put(to.index(), result));
  }

  /** A method of the program keeps it in a field, of the object that it makes or another. */
  private void given(Op.Call call, int position, Kept arg, Kept result) {
    boolean makes = call.method().isConstructor() || call.dispatch() == Op.Dispatch.STATIC;
    for (FieldRef field : arguments.fields(call.method(), position)) {
      if (makes && !hierarchy.isSubtype(field.owner(), "java.lang.Enum")) {
        result.parts().computeIfAbsent(field, k -> new Kept()).add(arg);
        body(field.owner()).ifPresent(m -> result.add(field.owner(), m));
      } else {
        store(field, arg);
      }
    }
  }

  /** A container takes it, or something is made of it. */
  private void library(Op.Call call, int position, Kept arg, Kept result) {
    boolean runs =
        meanings.apply(call.method()).runs().stream()
            .anyMatch(f -> f.what().position() == position);
    String made = call.method().returns();
    if (functions.apply(made).isPresent()) {
      arg.bodies().forEach(m -> result.add(made, m));
    } else if (!runs) {
      result.add(arg);
      if (call.args().get(0) instanceof Var v
          && fields.containsKey(v.index())
          && meanings.apply(call.method()).stores()) {
        store(fields.get(v.index()), arg);
      }
    }
  }

  /** What running an object of an analysed class runs. */
  private Optional<MethodInfo> body(String type) {
    return analysed.contains(type)
        ? functions
            .apply(type)
            .flatMap(f -> hierarchy.resolve(f.in(type)))
            .filter(MethodInfo::hasBody)
        : Optional.empty();
  }
}
