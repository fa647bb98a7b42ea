package org.lockkeeper.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.ir.ClassInfo;
import org.lockkeeper.ir.FieldRef;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.Place;
import org.lockkeeper.ir.Place.Root;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * Cycles of locks that a compilation closes with code outside of it: a library's, or classes of the
 * same module that were compiled before. Looks only where such code can name the lock that is
 * waited for.
 */
public final class OutsideLocks {
  private final Hierarchy hierarchy;
  private final Set<String> analysed = new TreeSet<>();

  /** Of the given classes; {@code hierarchy} finds the others. */
  public OutsideLocks(Hierarchy hierarchy, Collection<ClassInfo> classes) {
    this.hierarchy = hierarchy;
    classes.forEach(c -> analysed.add(c.name()));
  }

  /**
   * Each begins with a nesting of the compilation.
   *
   * @param inside locks of the compilation
   * @param solve solves some classes of both sides and tells their locks
   */
  public List<List<Edge>> cycles(LockFacts inside, Function<List<ClassInfo>, LockFacts> solve) {
    Set<String> waitedFor = new TreeSet<>();
    Set<String> holders = new TreeSet<>();
    for (LockFacts.Nesting each : inside.nestings()) {
      Set<String> held = names(each.edge().held());
      Set<String> wanted = names(each.edge().acquired());
      if (foreign(held) == foreign(wanted) || known(held, wanted)) {
        waitedFor.addAll(wanted);
        holders.addAll(held);
      }
    }
    List<ClassInfo> users = waitedFor.isEmpty() ? List.of() : hierarchy.users(waitedFor);
    if (users.isEmpty()) {
      return List.of();
    }
    Set<ClassInfo> all = new LinkedHashSet<>(users);
    holders.stream().map(hierarchy::find).flatMap(Optional::stream).forEach(all::add);
    LockFacts outside = solve.apply(List.copyOf(all)).without(e -> own(e));
    return inside.join(outside).cycles().stream().filter(this::begun).map(this::turned).toList();
  }

  /** The class of the lock object, and the one that declares the field it is in. */
  private static Set<String> names(Lock lock) {
    Place place = lock.place();
    Set<String> names = new TreeSet<>();
    names.add(place.root() instanceof Root.ClassObject c ? c.name() : LockNodes.type(place));
    place.field().map(FieldRef::owner).ifPresent(names::add);
    names.removeIf(LockNodes::library);
    return names;
  }

  private boolean foreign(Set<String> names) {
    return !analysed.containsAll(names);
  }

  /** Whether code beside a foreign class may know our object: itself, or by a supertype. */
  private boolean known(Set<String> own, Set<String> foreign) {
    Set<String> origins = new TreeSet<>();
    foreign.stream().filter(t -> !analysed.contains(t)).map(this::origin).forEach(origins::add);
    origins.remove("");
    boolean sameModule = origins.stream().anyMatch(o -> !o.endsWith(".jar"));
    return sameModule
        || own.stream()
            .flatMap(type -> hierarchy.supertypes(type).stream())
            .anyMatch(type -> origins.contains(origin(type)));
  }

  private String origin(String type) {
    return hierarchy.find(type).map(ClassInfo::origin).orElse("");
  }

  private boolean own(Edge nesting) {
    return analysed.contains(nesting.in().owner());
  }

  private boolean begun(List<Edge> cycle) {
    return cycle.stream().anyMatch(this::own);
  }

  private List<Edge> turned(List<Edge> cycle) {
    List<Edge> turned = new ArrayList<>(cycle);
    while (!own(turned.get(0))) {
      Collections.rotate(turned, -1);
    }
    return turned;
  }
}
