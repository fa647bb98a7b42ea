package org.lockkeeper.interprocedural;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Step;

/**
 * Which locks may be the same object in two threads. A node is a lock's shape; the monitor of an
 * object of an analysed class may also be what a field of a related type holds.
 */
public final class LockNodes {
  private final Flows flows;
  private final Set<String> analysed = new TreeSet<>();
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, Set<String>> related = new HashMap<>();

  /** Of a solved compilation. */
  public LockNodes(Flows flows) {
    this.flows = flows;
    flows.classes().stream().map(ClassInfo::name).forEach(analysed::add);
  }

  /**
   * The node of a lock; an object around another one is known by its type, whoever points to it.
   */
  public String of(Lock lock) {
    String node = node(lock);
    types.putIfAbsent(node, type(lock.place()));
    return node;
  }

  /**
   * The same, without taking note of it. What an object says its lock is, is known by the type that
   * was asked, wherever the object came from.
   */
  public static String node(Lock lock) {
    Place place = lock.place();
    Step last = place.last().orElse(null);
    if (last instanceof Step.Getter && place.parent().field().isPresent()) {
      return bare(place.parent().type()) + "." + last;
    }
    return last != null && last.outer() ? bare(place.type()) : lock.shape();
  }

  /** The class that the lock object is known to be of. */
  public static String type(Place place) {
    return place.path().isEmpty() ? place.rootType() : place.type();
  }

  /** The node of an object's own monitor. */
  public static String bare(String type) {
    return "(" + type + ")";
  }

  /** Too vague to be the same object in two threads. */
  public static boolean unnamed(String node) {
    return node.startsWith("(java.") || node.startsWith("(?") || node.equals("()");
  }

  /** Whether a class has no name of its own. */
  public static boolean anonymous(String type) {
    String name = type.substring(type.lastIndexOf('$') + 1);
    return !name.isEmpty() && name.chars().allMatch(Character::isDigit);
  }

  /** Whether a type says nothing about whose lock it is. */
  public static boolean library(String type) {
    return type.startsWith("java.");
  }

  /** Finds out which of the nodes seen so far are related; call once, after the last of them. */
  public void relate() {
    for (Map.Entry<String, String> each : Map.copyOf(types).entrySet()) {
      String node = each.getKey();
      for (String supertype : flows.hierarchy().supertypes(each.getValue())) {
        boolean monitor = analysed.contains(supertype) && types.containsKey(bare(supertype));
        if (monitor && !node.equals(bare(supertype))) {
          link(node, bare(supertype));
        }
      }
      if (analysed.contains(each.getValue())) {
        for (String subtype : flows.dispatch().subtypes(each.getValue())) {
          if (types.containsKey(bare(subtype))) {
            link(node, bare(subtype));
          }
        }
      }
    }
  }

  private void link(String a, String b) {
    related.computeIfAbsent(a, k -> new TreeSet<>()).add(b);
    related.computeIfAbsent(b, k -> new TreeSet<>()).add(a);
  }

  /** The node itself and those that may name the same object. */
  public Set<String> related(String node) {
    Set<String> all = new LinkedHashSet<>(Set.of(node));
    all.addAll(related.getOrDefault(node, Set.of()));
    return all;
  }

  /**
   * Whether both are objects of one analysed class or its subclass: most often the same object,
   * reached in two ways.
   */
  public boolean family(String a, String b) {
    String one = types.getOrDefault(a, "");
    String other = types.getOrDefault(b, "");
    return analysed.contains(one)
        && analysed.contains(other)
        && (flows.hierarchy().isSubtype(one, other) || flows.hierarchy().isSubtype(other, one));
  }

  /** Whether an object of each of two classes under analysis can be the same one. */
  public boolean meet(String a, String b) {
    return closed(a) != null && closed(b) != null
        ? flows.hierarchy().isSubtype(a, b) || flows.hierarchy().isSubtype(b, a)
        : true;
  }

  /** Whether the class is under analysis. */
  public boolean analysed(String type) {
    return analysed.contains(type);
  }

  /** An analysed class that is no interface. */
  private ClassInfo closed(String type) {
    ClassInfo info = analysed.contains(type) ? flows.hierarchy().find(type).orElse(null) : null;
    return info == null || info.isInterface() ? null : info;
  }

  /** Whether the two may name the same object. */
  public boolean same(String a, String b) {
    return a.equals(b) || related.getOrDefault(a, Set.of()).contains(b);
  }
}
