package org.lockkeeper.flow;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.MethodInfo;
import org.lockkeeper.ir.MethodRef;
import org.lockkeeper.ir.Op;
import org.lockkeeper.ir.Place.Root;

/**
 * Which bodies a call may run: class hierarchy analysis (Dean, Grove and Chambers 1995), bounded.
 */
public final class Dispatch {
  /** With more possible targets than this only the declared one counts, if it has a body. */
  public static final int MAX_TARGETS = 5;

  private final Hierarchy hierarchy;
  private final Predicate<String> anybody;
  private final Set<String> analysed = new HashSet<>();
  private final Map<String, Set<String>> subtypes = new HashMap<>();

  /**
   * Over the classes under analysis.
   *
   * @param anybody types such as {@code Runnable}, whose implementations have nothing in common
   */
  public Dispatch(Hierarchy hierarchy, List<ClassInfo> classes, Predicate<String> anybody) {
    this.hierarchy = hierarchy;
    this.anybody = anybody;
    for (ClassInfo c : classes) {
      analysed.add(c.name());
      for (String supertype : hierarchy.supertypes(c.name())) {
        if (!supertype.equals(c.name())) {
          subtypes.computeIfAbsent(supertype, s -> new LinkedHashSet<>()).add(c.name());
        }
      }
    }
  }

  /** Analysed classes below a type, in the order of the input. */
  public Set<String> subtypes(String type) {
    return subtypes.getOrDefault(type, Set.of());
  }

  /**
   * Whether the bodies found for a call are a guess that tells nothing about one certain object:
   * the interface is somebody else's, or an object passes the call on to one that it wraps.
   */
  public boolean guess(Op.Call call, Sym receiver, MethodInfo caller) {
    MethodInfo top = hierarchy.resolve(call.method()).orElse(null);
    boolean exact = made(receiver);
    if (top == null || exact || !open(top)) {
      return false;
    }
    String owner = top.ref().owner();
    boolean itself =
        receiver instanceof Sym.At at
            && at.place().root() instanceof Root.This
            && at.place().path().isEmpty();
    boolean delegates =
        top.has(Modifier.ABSTRACT)
            && hierarchy.overrides(caller, top)
            && hierarchy.isSubtype(caller.ref().owner(), owner);
    return !itself && (!analysed.contains(owner) || delegates);
  }

  /** Whether the type is among the classes under analysis. */
  public boolean analyses(String type) {
    return analysed.contains(type);
  }

  /** Whether somebody else's interface is called on an object of an unknown class. */
  public boolean foreign(Op.Call call, Sym receiver) {
    boolean exact = made(receiver);
    return !exact
        && call.dispatch() == Op.Dispatch.VIRTUAL
        && !analysed.contains(call.method().owner())
        && hierarchy.resolve(call.method()).filter(this::open).isPresent();
  }

  /** Left to whoever implements the type, as {@code Iterable.forEach} is, too. */
  private boolean open(MethodInfo top) {
    boolean common = hierarchy.find(top.ref().owner()).filter(ClassInfo::isInterface).isPresent();
    return top.has(Modifier.ABSTRACT) || common && !top.isStatic() && !top.has(Modifier.PRIVATE);
  }

  /** Whether an object is made here, so that its class is known. */
  public static boolean made(Sym receiver) {
    return maker(receiver) >= 0;
  }

  /** The operation that made an object; -1 for what the method has not made itself. */
  public static int maker(Sym object) {
    return object instanceof Sym.At at
            && at.place().root() instanceof Root.Fresh made
            && at.place().path().isEmpty()
        ? made.op()
        : -1;
  }

  /** Whether two classes stand in one outermost class. */
  public static boolean neighbours(String a, String b) {
    return outermost(a).equals(outermost(b));
  }

  /** Name of the class that a nested one stands in, at the top of its file. */
  public static String outermost(String type) {
    int nested = type.indexOf('$');
    return nested < 0 ? type : type.substring(0, nested);
  }

  /** The body that the name alone leads to. */
  public List<MethodInfo> declared(MethodRef ref) {
    return hierarchy.resolve(ref).filter(MethodInfo::hasBody).map(List::of).orElse(List.of());
  }

  /** The same, if it is analysed. */
  public List<MethodInfo> ownDeclared(MethodRef ref) {
    return hierarchy.resolve(ref).filter(this::ownBody).map(List::of).orElse(List.of());
  }

  private boolean ownBody(MethodInfo m) {
    return analysed.contains(m.ref().owner()) && m.hasBody();
  }

  /** The bodies that an object of the type or one below it may have for the method. */
  public List<MethodInfo> virtual(MethodRef ref) {
    return virtual(ref, MethodInfo::hasBody);
  }

  /** The same, as far as they are analysed. */
  public List<MethodInfo> ownVirtual(MethodRef ref) {
    return virtual(ref, this::ownBody);
  }

  private List<MethodInfo> virtual(MethodRef ref, Predicate<MethodInfo> body) {
    Optional<MethodInfo> declared = hierarchy.resolve(ref);
    if (declared.isEmpty() || ref.owner().equals("java.lang.Object")) {
      return List.of();
    }
    MethodInfo top = declared.get();
    boolean concrete = body.test(top);
    boolean functional =
        !concrete && hierarchy.find(top.ref().owner()).filter(ClassInfo::isInterface).isPresent();
    if (functional && anybody.test(ref.owner())) {
      return List.of();
    }
    List<MethodInfo> all = new ArrayList<>();
    if (concrete) {
      all.add(top);
    }
    if (!(top.has(Modifier.PRIVATE) || top.has(Modifier.FINAL) || top.isStatic())) {
      overriders(ref.owner(), top, all);
    }
    if (all.size() > MAX_TARGETS) {
      return concrete ? List.of(top) : List.of();
    }
    return List.copyOf(all);
  }

  private void overriders(String owner, MethodInfo top, List<MethodInfo> into) {
    for (String sub : subtypes(owner)) {
      for (MethodInfo m : hierarchy.find(sub).map(ClassInfo::methods).orElse(List.of())) {
        boolean concrete = !m.has(Modifier.ABSTRACT) && !m.isStatic() && !into.contains(m);
        if (concrete && hierarchy.overrides(m, top) && m.hasBody()) {
          into.add(m);
        }
      }
    }
  }

  /** Whether a method takes the place of one that it inherits (JLS 8.4.8.1). */
  public static boolean overrides(MethodInfo m, Hierarchy hierarchy) {
    return hierarchy.supertypes(m.ref().owner()).stream()
        .filter(s -> !s.equals(m.ref().owner()))
        .flatMap(s -> hierarchy.find(s).stream())
        .flatMap(c -> c.methods().stream())
        .anyMatch(up -> hierarchy.overrides(m, up));
  }
}
