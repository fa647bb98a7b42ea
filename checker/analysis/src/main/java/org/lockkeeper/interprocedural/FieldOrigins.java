package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.flow.Dispatch;
import org.lockkeeper.flow.HeldLocks;
import org.lockkeeper.flow.HomeMadeLocks;
import org.lockkeeper.flow.Knowledge;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.flow.Meaning;
import org.lockkeeper.flow.MethodFlow;
import org.lockkeeper.flow.Primitives;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.flow.Sym;
import org.lockkeeper.ir.Block;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodBody;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Modifiers;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Where final fields get their content: {@code readLock = rw.readLock()}, {@code mutex = this}, a
 * captured variable of a local class. Such fields are other names of the same place.
 */
final class FieldOrigins {
  /** A method that does more than this is no accessor. */
  private static final int MOST_BLOCKS = 5;

  /** The same, in a block. */
  private static final int MOST_OPS = 6;

  private final Hierarchy hierarchy;
  private final HomeMadeLocks homeMade;
  private final FactBook book;
  private final Map<MethodRef, Meaning> meanings = new HashMap<>();
  private final Map<String, Map<String, Optional<Place>>> byClass = new HashMap<>();
  private final Map<FieldRef, String> made = new HashMap<>();
  private final Map<MethodRef, Optional<Place>> getters = new HashMap<>();
  private final Set<String> busy = new HashSet<>();

  FieldOrigins(Hierarchy hierarchy, FactBook book) {
    this.hierarchy = hierarchy;
    this.homeMade = new HomeMadeLocks(hierarchy, this::meaning);
    this.book = book;
  }

  HomeMadeLocks homeMade() {
    return homeMade;
  }

  Meaning meaning(MethodRef method) {
    Meaning known = meanings.get(method);
    if (known == null) {
      known = Meaning.of(book, method);
      meanings.put(method, known);
    }
    return known;
  }

  /** Whether a field is written once. */
  boolean fixed(FieldRef field) {
    return hierarchy.resolve(field).filter(f -> f.has(Modifier.FINAL)).isPresent();
  }

  /** The other name, as a path from {@code this} or a global place. */
  synchronized Optional<Place> alias(FieldRef field) {
    Map<String, Optional<Place>> known = byClass.get(field.owner());
    if (known == null) {
      if (!busy.add(field.owner())) {
        return Optional.empty();
      }
      known = hierarchy.find(field.owner()).map(this::read).orElse(Map.of());
      busy.remove(field.owner());
      byClass.put(field.owner(), known);
    }
    return known.getOrDefault(field.name(), Optional.empty());
  }

  /** The one class of whose objects a final field gets one, wherever it is written. */
  synchronized Optional<String> made(FieldRef field) {
    alias(field);
    return Optional.ofNullable(made.get(field)).filter(type -> !type.isEmpty());
  }

  /** What a method without parameters always returns, when that is a place. */
  synchronized Optional<Place> returned(MethodInfo method) {
    Optional<Place> known = getters.get(method.ref());
    if (known == null) {
      getters.put(method.ref(), Optional.empty());
      known = method.body().flatMap(b -> single(method, b));
      getters.put(method.ref(), known);
    }
    return known;
  }

  private Optional<Place> single(MethodInfo method, MethodBody body) {
    if (body.blocks().size() > MOST_BLOCKS || body.blocks().stream().anyMatch(FieldOrigins::acts)) {
      return Optional.empty();
    }
    Set<Sym> results = new LinkedHashSet<>();
    flow(method, body)
        .replay(
            (op, n, at) -> {
              if (op instanceof Op.Return r && r.value().isPresent() && !r.thrown()) {
                results.add(at.sym(r.value().get()));
              }
            });
    return results.size() == 1 && results.iterator().next() instanceof Sym.At at
        ? Optional.of(at.place()).filter(FieldOrigins::portable)
        : Optional.empty();
  }

  /** What an accessor does not do, though it may assert something first. */
  private static boolean acts(Block block) {
    return block.ops().size() > MOST_OPS
        || block.ops().stream().anyMatch(Op.Write.class::isInstance);
  }

  private static boolean portable(Place place) {
    return !(place.root() instanceof Root.Fresh
        || place.root() instanceof Root.Unknown
        || place.root() instanceof Root.Param);
  }

  private Map<String, Optional<Place>> read(ClassInfo info) {
    Map<String, Optional<Place>> found = new HashMap<>();
    boolean wanted = false;
    for (FieldInfo f : info.fields()) {
      wanted |= f.has(Modifier.FINAL) && !Primitives.is(f.ref().type());
    }
    if (!wanted) {
      return Map.of();
    }
    for (MethodInfo m : info.methods()) {
      String name = m.ref().name();
      if (name.equals("<init>") || name.equals("<clinit>")) {
        m.body().ifPresent(b -> writes(info, m, b, found));
      }
    }
    captured(info, found);
    handedOuter(info, found);
    return found.isEmpty() ? Map.of() : found;
  }

  /**
   * What an inner class that nobody else can name is handed by the object around it may be that
   * object itself: {@code new Reconnector(this)}.
   */
  private void handedOuter(ClassInfo info, Map<String, Optional<Place>> found) {
    ClassInfo outer = info.outer().flatMap(hierarchy::find).orElse(null);
    List<MethodInfo> made =
        info.methods().stream().filter(m -> m.ref().isConstructor()).limit(2).toList();
    boolean inner = info.has(Modifier.PRIVATE) && !info.has(Modifier.STATIC);
    if (outer == null || !inner || made.size() != 1) {
      return;
    }
    Map<String, Integer> kept = new HashMap<>();
    MethodInfo maker = made.get(0);
    maker.body().ifPresent(b -> kept(info, maker, b, kept));
    if (!kept.isEmpty()) {
      List<Sym[]> calls = new ArrayList<>();
      outer.methods().stream()
          .filter(m -> m.body().filter(b -> makes(b, info.name())).isPresent())
          .forEach(m -> m.body().ifPresent(b -> calls(m, b, maker.ref(), calls)));
      kept.forEach(
          (field, param) -> {
            boolean itself = calls.stream().allMatch(args -> self(args, param + 1));
            if (itself && !calls.isEmpty()) {
              found.put(field, Optional.of(around(info)));
            }
          });
    }
  }

  /** Final fields that get a parameter as it is. */
  private void kept(ClassInfo info, MethodInfo m, MethodBody body, Map<String, Integer> into) {
    flow(m, body)
        .replay(
            (op, n, at) -> {
              if (op instanceof Op.Write w && w.slot().field().owner().equals(info.name())) {
                int param = Sym.parameter(at.sym(w.value()));
                String name = w.slot().field().name();
                if (param >= 0 && info.field(name).filter(f -> f.has(Modifier.FINAL)).isPresent()) {
                  into.put(name, param);
                }
              }
            });
  }

  private static boolean makes(MethodBody body, String type) {
    return body.blocks().stream()
        .flatMap(b -> b.ops().stream())
        .anyMatch(op -> op instanceof Op.New made && made.type().equals(type));
  }

  private void calls(MethodInfo m, MethodBody body, MethodRef constructor, List<Sym[]> into) {
    MethodFlow flow = flow(m, body);
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Call call && call.method().equals(constructor)) {
            into.add(flow.args(n));
          }
        });
  }

  private static boolean self(Sym[] args, int index) {
    return index < args.length && args[index] instanceof Sym.At at && self(at.place());
  }

  /** The object around an object of the class. */
  private static Place around(ClassInfo info) {
    String outer = info.outer().get();
    Place self = Place.of(new Root.This(), info.name());
    return self.then(new Step.Field(new FieldRef(info.name(), "this$0", outer)), outer)
        .orElse(self);
  }

  private void writes(
      ClassInfo info, MethodInfo m, MethodBody body, Map<String, Optional<Place>> found) {
    Map<String, Integer> kept = new TreeMap<>();
    MethodFlow flow = flow(m, body);
    flow.replay(
        (op, n, at) -> {
          if (op instanceof Op.Write w && w.slot().field().owner().equals(info.name())) {
            Sym value = at.sym(w.value());
            if (fixed(w.slot().field())) {
              made.merge(w.slot().field(), type(value, flow), (a, b) -> a.equals(b) ? a : "");
            }
            boolean param = value instanceof Sym.At a && a.place().root() instanceof Root.Param;
            if (param && kept.isEmpty()) {
              kept(info, m, body, kept);
            }
            note(info, w, param ? ofKept((Sym.At) value, info, kept) : value, found);
          }
        });
  }

  /** Of a new object; empty for other values. */
  private static String type(Sym value, MethodFlow flow) {
    int by = Dispatch.maker(value);
    return by >= 0 && flow.op(by) instanceof Op.New n && n.function().isEmpty() ? n.type() : "";
  }

  /** {@code lock = owner.lock} where the owner is kept as well, and locks itself by that name. */
  private Sym ofKept(Sym.At value, ClassInfo info, Map<String, Integer> kept) {
    Place place = value.place();
    int param = ((Root.Param) place.root()).index();
    boolean itself =
        place.path().size() == 1
            && place.field().flatMap(this::alias).filter(FieldOrigins::self).isPresent();
    for (Map.Entry<String, Integer> each :
        itself ? kept.entrySet() : Set.<Map.Entry<String, Integer>>of()) {
      FieldRef holder = info.field(each.getKey()).orElseThrow().ref();
      if (each.getValue() == param) {
        Place self = Place.of(new Root.This(), info.name());
        return self.then(new Step.Field(holder), holder.type())
            .map(p -> (Sym) new Sym.At(p, value.origin()))
            .orElse(value);
      }
    }
    return value;
  }

  private static boolean self(Place place) {
    return place.root() instanceof Root.This && place.path().isEmpty();
  }

  private static void note(
      ClassInfo info, Op.Write w, Sym value, Map<String, Optional<Place>> found) {
    FieldInfo field = info.field(w.slot().field().name()).orElse(null);
    if (field == null || !field.has(Modifier.FINAL)) {
      return;
    }
    Optional<Place> place =
        value instanceof Sym.At at
            ? Optional.of(at.place()).filter(FieldOrigins::portable)
            : Optional.empty();
    boolean itself = place.flatMap(Place::field).filter(field.ref()::equals).isPresent();
    found.merge(
        field.ref().name(),
        itself ? Optional.empty() : place,
        (a, b) -> a.equals(b) ? a : Optional.empty());
  }

  /** {@code val$x} of a local class is {@code x} where the class is made. */
  private void captured(ClassInfo info, Map<String, Optional<Place>> found) {
    MethodInfo maker = info.enclosingMethod().flatMap(hierarchy::resolve).orElse(null);
    if (maker == null || info.outer().isEmpty()) {
      return;
    }
    boolean any = false;
    for (FieldInfo f : info.fields()) {
      any |= f.has(Modifiers.SYNTHETIC) && f.ref().name().startsWith("val$");
    }
    if (any) {
      maker.body().ifPresent(b -> captures(info, maker, b, found));
    }
  }

  private void captures(
      ClassInfo info, MethodInfo maker, MethodBody body, Map<String, Optional<Place>> found) {
    Place around = around(info);
    flow(maker, body)
        .replay(
            (op, n, at) -> {
              if (op instanceof Op.Write w
                  && w.slot().field().owner().equals(info.name())
                  && w.slot().field().name().startsWith("val$")
                  && at.sym(w.value()) instanceof Sym.At value) {
                Place place = value.place();
                Optional<Place> seen =
                    place.root() instanceof Root.This
                        ? place.rebase(around)
                        : Optional.of(place).filter(FieldOrigins::portable);
                found.merge(
                    w.slot().field().name(), seen, (a, b) -> a.equals(b) ? a : Optional.empty());
              }
            });
  }

  private MethodFlow flow(MethodInfo method, MethodBody body) {
    return new MethodFlow(method, body, HeldLocks.NONE, new Alone());
  }

  /** A flow that looks at one body only. */
  private final class Alone implements Knowledge {
    @Override
    public Meaning meaning(MethodRef method) {
      return FieldOrigins.this.meaning(method);
    }

    @Override
    public HomeMadeLocks homeMade() {
      return homeMade;
    }

    @Override
    public Optional<Place> alias(FieldRef field) {
      return Optional.empty();
    }

    @Override
    public List<MethodInfo> targets(Op.Call call, Sym receiver) {
      return List.of();
    }

    @Override
    public Hierarchy hierarchy() {
      return hierarchy;
    }

    @Override
    public FactBook book() {
      return book;
    }

    @Override
    public Summary summary(MethodRef method) {
      return Summary.NOTHING;
    }

    @Override
    public Optional<Lock> guard(String expression, MethodRef method) {
      return Optional.empty();
    }
  }
}
