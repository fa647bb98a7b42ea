package org.lockkeeper.interprocedural;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.ir.Place.Step;

/**
 * Reads guard expressions: {@code this}, {@code field}, {@code this.field}, {@code super.field},
 * {@code Outer.this}, {@code Type.class}, {@code Type.field}, {@code method()}, {@code itself},
 * {@code lock.readLock()}, also as {@code lock#readLock}, {@code #1}. A condition stands for its
 * lock.
 */
public final class Guards {
  private final Hierarchy hierarchy;
  private final FieldOrigins origins;

  Guards(Hierarchy hierarchy, FieldOrigins origins) {
    this.hierarchy = hierarchy;
    this.origins = origins;
  }

  /**
   * The lock, seen from inside an instance of {@code type}.
   *
   * @param method whose parameters the expression may name; {@code null} for fields
   * @param guarded the guarded field, which {@code itself} means; {@code null} for methods
   * @return empty when the expression names nothing
   */
  Optional<Lock> resolve(String expression, String type, MethodInfo method, FieldRef guarded) {
    return lock(place(expression, type, method, guarded));
  }

  private Optional<Place> place(
      String expression, String type, MethodInfo method, FieldRef guarded) {
    String text = expression.trim().replace("<self>", "itself");
    text = text.startsWith("super.") ? "this" + text.substring(5) : text;
    if (text.equals("itself") && guarded != null) {
      return step(self(type), guarded);
    }
    if (text.indexOf('#') > 0) {
      for (String form : List.of(".%s", ".%s()", ".this.%s")) {
        String plain = text.replaceFirst("#(.*)", form.formatted("$1"));
        Optional<Place> named = place(plain, type, method, guarded);
        if (named.isPresent()) {
          return named;
        }
      }
      return Optional.empty();
    }
    String[] names = text.split("\\.", -1);
    Optional<Place> place = Optional.empty();
    int next = 0;
    for (; next < names.length && place.isEmpty(); next++) {
      place = start(String.join(".", java.util.Arrays.copyOf(names, next + 1)), type, method);
    }
    for (; next < names.length && place.isPresent(); next++) {
      place = then(place.get(), names[next]);
    }
    return place;
  }

  /**
   * Whether the expression for a guarded field names the write side of a lock, and not the lock.
   */
  public boolean writeSide(String expression, FieldRef guarded) {
    return place(expression, guarded.owner(), null, guarded)
        .flatMap(Place::last)
        .filter(Step.Side.WRITE::equals)
        .isPresent();
  }

  /** {@code Type.field} and {@code Type.this} of whatever object of the type. */
  Optional<Lock> ofAnyObject(String expression, String from) {
    String text = expression.trim();
    int dot = text.indexOf('.');
    while (dot > 0) {
      Optional<String> type = type(text.substring(0, dot), from);
      Optional<Place> place = type.map(t -> Place.of(new Root.Unknown(-7, ""), t));
      for (String name : text.substring(dot + 1).split("\\.")) {
        place = name.equals("this") ? place : place.flatMap(p -> then(p, name));
      }
      if (place.isPresent()) {
        return lock(place);
      }
      dot = text.indexOf('.', dot + 1);
    }
    return Optional.empty();
  }

  /**
   * The same lock, if an inner object that a method of its outer class handles is taken for one of
   * that outer object; unchanged when an outer object is named on the way.
   */
  public Place ofOurs(Place lock, MethodInfo method) {
    List<Step> path = lock.path();
    boolean self = !method.isStatic() || method.isLambda();
    for (int i = 0; i < path.size() && self; i++) {
      if (path.get(i) instanceof Step.Field f && f.outer()) {
        Optional<Place> at =
            named(lock, i, f.ref().type())
                ? Optional.empty()
                : outer(self(method.ref().owner()), f.ref().type());
        for (Step step : path.subList(i + 1, path.size())) {
          at = at.flatMap(p -> p.then(step, lock.type()));
        }
        return at.orElse(lock);
      }
    }
    return lock;
  }

  private boolean named(Place lock, int steps, String wanted) {
    boolean named = hierarchy.isSubtype(lock.rootType(), wanted);
    for (Step step : lock.path().subList(0, steps)) {
      named |= step instanceof Step.Field f && hierarchy.isSubtype(f.ref().type(), wanted);
    }
    return named && !(lock.root() instanceof Root.This);
  }

  private static Optional<Lock> lock(Optional<Place> place) {
    return place.map(
        p -> {
          boolean condition = p.last().filter(Step.Side.CONDITION::equals).isPresent();
          return Lock.of(condition ? p.parent() : p, Mode.EXCLUSIVE);
        });
  }

  private static Place self(String type) {
    return Place.of(new Root.This(), type);
  }

  private Optional<Place> start(String name, String type, MethodInfo method) {
    if (name.equals("this")) {
      return Optional.of(self(type));
    }
    if (name.startsWith("#") && method != null) {
      return param(method, Integer.parseInt(name.substring(1)) - 1);
    }
    for (int i = 0; method != null && i < method.params().size(); i++) {
      if (method.params().get(i).name().equals(name)) {
        return param(method, i);
      }
    }
    if (name.endsWith(".class")) {
      return type(name.substring(0, name.length() - 6), type)
          .map(t -> Place.of(new Root.ClassObject(t), "java.lang.Class"));
    }
    if (name.endsWith(".this")) {
      return type(name.substring(0, name.length() - 5), type).flatMap(t -> outer(self(type), t));
    }
    Optional<Place> member = name.contains(".") ? Optional.empty() : member(self(type), type, name);
    if (member.isPresent()) {
      return member;
    }
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : ofType(name.substring(0, dot), name.substring(dot + 1), type);
  }

  private Optional<Place> ofType(String typeName, String fieldName, String from) {
    Optional<String> type = type(typeName, from);
    if (fieldName.endsWith("()")) {
      return type.flatMap(t -> call(Place.of(new Root.Unknown(-7, ""), t), fieldName))
          .filter(p -> !(p.root() instanceof Root.Unknown));
    }
    return type.flatMap(t -> field(t, fieldName))
        .filter(f -> f.has(Modifier.STATIC))
        .map(f -> origins.alias(f.ref()).orElseGet(() -> Place.ofStatic(f.ref())));
  }

  private static Optional<Place> param(MethodInfo method, int index) {
    if (index < 0 || index >= method.params().size()) {
      return Optional.empty();
    }
    MethodInfo.Param p = method.params().get(index);
    return Optional.of(Place.of(new Root.Param(index, p.name()), p.type()));
  }

  /** A field or method of the class, its supertypes, or the classes around it. */
  private Optional<Place> member(Place base, String type, String name) {
    Place at = base;
    String in = type;
    for (int depth = 0; depth < 6; depth++) {
      Optional<Place> found = then(at, name);
      if (found.isPresent()) {
        return found;
      }
      Optional<ClassInfo> info = hierarchy.find(in);
      Optional<String> outer = info.flatMap(ClassInfo::outer);
      if (outer.isEmpty()) {
        return Optional.empty();
      }
      if (info.get().has(Modifier.STATIC)) {
        return common(outer.get(), name);
      }
      at = up(at, in, outer.get()).orElse(Place.of(new Root.Unknown(-7, ""), outer.get()));
      in = outer.get();
    }
    return Optional.empty();
  }

  /** What a class that has no object around it may name of the classes around it. */
  private Optional<Place> common(String type, String name) {
    return member(Place.of(new Root.Unknown(-7, ""), type), type, name)
        .filter(p -> !(p.root() instanceof Root.Unknown));
  }

  private Optional<Place> outer(Place base, String wanted) {
    Place at = base;
    for (int depth = 0; depth < 6; depth++) {
      if (hierarchy.isSubtype(at.type(), wanted)) {
        return Optional.of(at);
      }
      Optional<String> around =
          hierarchy.find(at.type()).filter(c -> !c.has(Modifier.STATIC)).flatMap(ClassInfo::outer);
      if (around.isEmpty()) {
        return Optional.empty();
      }
      at = up(at, at.type(), around.get()).orElse(null);
      if (at == null) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> up(Place from, String inner, String outer) {
    return from.then(new Step.Field(new FieldRef(inner, "this$0", outer)), outer);
  }

  private Optional<Place> then(Place base, String name) {
    if (name.endsWith("()")) {
      return call(base, name);
    }
    return field(base.type(), name).flatMap(f -> step(base, f.ref(), f));
  }

  private Optional<Place> call(Place base, String name) {
    if (methods(base.type(), name).isEmpty() && hierarchy.find(base.type()).isPresent()) {
      return Optional.empty();
    }
    if (name.equals("readLock()") || name.equals("asReadLock()")) {
      return base.then(Step.Side.READ, base.type());
    }
    if (name.equals("writeLock()") || name.equals("asWriteLock()")) {
      return base.then(Step.Side.WRITE, base.type());
    }
    for (MethodInfo m : methods(base.type(), name)) {
      return origins
          .returned(m)
          .<Optional<Place>>map(
              p -> p.root() instanceof Root.This ? p.rebase(base) : Optional.of(p))
          .orElseGet(() -> base.then(new Step.Getter(name), m.ref().returns()));
    }
    return Optional.empty();
  }

  /** Methods without parameters by this name, written with parentheses; the nearest first. */
  private List<MethodInfo> methods(String type, String name) {
    List<MethodInfo> found = new ArrayList<>();
    for (String each : hierarchy.supertypes(type)) {
      for (MethodInfo m : hierarchy.find(each).map(ClassInfo::methods).orElse(List.of())) {
        if (name.equals(m.ref().name() + "()") && m.params().isEmpty()) {
          found.add(m);
        }
      }
    }
    return found;
  }

  private Optional<Place> step(Place base, FieldRef ref) {
    return field(ref.owner(), ref.name()).flatMap(f -> step(base, ref, f));
  }

  private Optional<Place> step(Place base, FieldRef ref, FieldInfo info) {
    Optional<Place> alias = origins.alias(ref);
    if (alias.isPresent()) {
      return alias.get().root() instanceof Root.This ? alias.get().rebase(base) : alias;
    }
    return info.has(Modifier.STATIC)
        ? Optional.of(Place.ofStatic(ref))
        : base.then(new Step.Field(ref), ref.type());
  }

  /** The field by this name, in a type or the nearest supertype. */
  Optional<FieldInfo> field(String type, String name) {
    for (String each : hierarchy.supertypes(type)) {
      Optional<FieldInfo> found = hierarchy.find(each).flatMap(c -> c.field(name));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The type by a simple, nested or full name, as seen from another type. */
  private Optional<String> type(String name, String from) {
    String binary = name.replace('.', '$');
    for (String in = from; !in.isEmpty(); in = in.substring(0, Math.max(0, in.lastIndexOf('$')))) {
      if (simple(in).equals(name) || in.endsWith("." + binary) || in.equals(binary)) {
        return Optional.of(in);
      }
      if (hierarchy.find(in + "$" + binary).isPresent()) {
        return Optional.of(in + "$" + binary);
      }
    }
    int dot = from.lastIndexOf('.');
    String samePackage = dot < 0 ? binary : from.substring(0, dot + 1) + binary;
    if (hierarchy.find(samePackage).isPresent()) {
      return Optional.of(samePackage);
    }
    for (String each : hierarchy.supertypes(from)) {
      if (simple(each).equals(name)) {
        return Optional.of(each);
      }
    }
    return hierarchy.find(name).map(ClassInfo::name);
  }

  private static String simple(String type) {
    return org.lockkeeper.ir.MethodRef.simple(type);
  }

  /** The lock that a guard expression of a field names, seen from inside the field's class. */
  public Optional<Lock> ofField(String expression, FieldRef field) {
    return resolve(expression, field.owner(), null, field);
  }

  /**
   * The lock that an expression of a lock order means, which may be one of any object of a type.
   */
  public Optional<Lock> inOrder(String expression, String type) {
    Optional<Lock> own = resolve(expression, type, null, null);
    return own.isPresent() ? own : ofAnyObject(expression, type);
  }
}
