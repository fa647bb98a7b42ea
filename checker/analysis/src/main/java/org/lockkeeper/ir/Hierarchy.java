package org.lockkeeper.ir;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Answers questions about supertypes and overriding over a {@link World}. Safe for use by several
 * threads.
 */
public final class Hierarchy {
  private final World world;
  private final Memo<String, Optional<ClassInfo>> classes = new Memo<>();
  private final Memo<String, List<String>> lines = new Memo<>();
  private final Memo<MethodRef, Optional<MethodInfo>> resolved = new Memo<>();

  /** Over all types that {@code world} finds. */
  public Hierarchy(World world) {
    this.world = world;
  }

  /** The declaration, remembered. */
  public Optional<ClassInfo> find(String type) {
    return classes.get(type, world::find);
  }

  /** Classes of no analysed program that live beside the given ones and mention one of them. */
  public List<ClassInfo> users(Collection<String> types) {
    return world.users(types).stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /**
   * The type, then its superclasses from near to far, then all interfaces breadth first, then
   * Object. Cyclic input ends.
   */
  public List<String> supertypes(String type) {
    return lines.get(type, this::linearize);
  }

  private List<String> linearize(String type) {
    LinkedHashSet<String> line = new LinkedHashSet<>();
    for (Optional<String> c = Optional.of(type);
        c.isPresent() && !c.get().equals("java.lang.Object") && line.add(c.get()); ) {
      c = find(c.get()).flatMap(ClassInfo::superName);
    }
    List<String> pending = new ArrayList<>(line);
    for (int i = 0; i < pending.size(); i++) {
      for (String each : find(pending.get(i)).map(ClassInfo::interfaces).orElse(List.of())) {
        if (line.add(each)) {
          pending.add(each);
        }
      }
    }
    line.add("java.lang.Object");
    return List.copyOf(line);
  }

  /** Whether {@code type} is {@code supertype} or inherits from it. */
  public boolean isSubtype(String type, String supertype) {
    return type.equals(supertype) || supertypes(type).contains(supertype);
  }

  /**
   * The declaration that a call of {@code ref} names: in its owner or the nearest supertype (JLS
   * 15.12).
   */
  public Optional<MethodInfo> resolve(MethodRef ref) {
    return resolved.get(ref, this::search);
  }

  /** The declaration of a field that its own class names. */
  public Optional<FieldInfo> resolve(FieldRef field) {
    return find(field.owner()).flatMap(c -> c.field(field.name()));
  }

  private Optional<MethodInfo> search(MethodRef ref) {
    Collection<String> line = ref.isConstructor() ? List.of(ref.owner()) : supertypes(ref.owner());
    for (String type : line) {
      for (MethodInfo m : find(type).map(ClassInfo::methods).orElse(List.of())) {
        if (m.ref().name().equals(ref.name()) && m.ref().params().equals(ref.params())) {
          return Optional.of(m);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether {@code sub} of a subtype overrides or implements {@code sup} (JLS 8.4.8.1). */
  public boolean overrides(MethodInfo sub, MethodInfo sup) {
    if (!sub.ref().name().equals(sup.ref().name()) || sub.params().size() != sup.params().size()) {
      return false;
    }
    for (int i = 0; i < sub.params().size(); i++) {
      boolean same = sub.params().get(i).type().equals(sup.params().get(i).type());
      if (!same && !sup.params().get(i).generic()) {
        return false;
      }
    }
    return !sub.ref().isConstructor();
  }
}
