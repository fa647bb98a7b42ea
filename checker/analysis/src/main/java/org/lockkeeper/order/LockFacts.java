package org.lockkeeper.order;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lockkeeper.flow.Summary;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.ir.Hierarchy;
import org.lockkeeper.ir.Site;
import org.lockkeeper.order.LockGraph.Edge;

/**
 * What the lock graph needs to know of a module, or of several: a set of statements, each true by
 * itself, so that joining is set union.
 *
 * @param nestings locks acquired while another is held
 * @param kinds the classes of those locks
 * @param written nodes of the locks that somebody acquires other than for reading
 */
public record LockFacts(Set<Nesting> nestings, Set<Kind> kinds, SortedSet<String> written) {

  /**
   * A lock is acquired while another is held.
   *
   * @param module where it stands
   * @param edge the two locks and the way from one to the other
   * @param gates nodes of all locks that may keep others out around it, sorted
   * @param thread the one thread that it runs on; empty when it may be any
   */
  public record Nesting(String module, Edge edge, List<String> gates, String thread) {}

  /**
   * What is known of a class whose objects are locked.
   *
   * @param type binary name
   * @param analysed whether it is of the module rather than of a library
   * @param contract whether it is an interface
   * @param supertypes all of them, itself first, sorted otherwise
   */
  public record Kind(String type, boolean analysed, boolean contract, List<String> supertypes) {}

  /** Nothing: the neutral element of {@link #join}. */
  public static LockFacts none() {
    return new LockFacts(Set.of(), Set.of(), new TreeSet<>());
  }

  /** Without some nestings. */
  public LockFacts without(Predicate<Edge> unwanted) {
    Set<Nesting> kept = new LinkedHashSet<>(nestings);
    kept.removeIf(n -> unwanted.test(n.edge()));
    return new LockFacts(kept, kinds, written);
  }

  /** What both say; whichever comes first, and however several are grouped. */
  public LockFacts join(LockFacts other) {
    Set<Nesting> allNestings = new LinkedHashSet<>(nestings);
    allNestings.addAll(other.nestings);
    Set<Kind> allKinds = new LinkedHashSet<>(kinds);
    allKinds.addAll(other.kinds);
    SortedSet<String> allWritten = new TreeSet<>(written);
    allWritten.addAll(other.written);
    return new LockFacts(allNestings, allKinds, allWritten);
  }

  /** Cycles that no module shows alone, each as its edges in order. */
  public List<List<Edge>> cycles() {
    return new JoinedLocks(this).cycles();
  }

  /** Of one compilation. */
  public static LockFacts of(LockGraph graph, OwnLocks locks, Hierarchy hierarchy, String module) {
    Set<Nesting> nestings = new LinkedHashSet<>();
    Set<String> types = new TreeSet<>();
    graph.edges().values().stream()
        .flatMap(to -> to.values().stream())
        .flatMap(Collection::stream)
        .filter(e -> !locks.harmless(e))
        .forEach(
            e -> {
              List<String> gates = List.copyOf(new TreeSet<>(locks.gates(e)));
              String thread = locks.thread(e).orElse("");
              nestings.add(new Nesting(module, e, gates, thread));
              types.add(LockNodes.type(e.held().place()));
              types.add(LockNodes.type(e.acquired().place()));
              types.add(e.held().place().type());
              types.add(e.type());
            });
    Set<Kind> kinds = new LinkedHashSet<>();
    types.forEach(t -> kinds.add(kind(t, graph, hierarchy)));
    return new LockFacts(nestings, kinds, graph.written());
  }

  private static Kind kind(String type, LockGraph graph, Hierarchy hierarchy) {
    SortedSet<String> supertypes = new TreeSet<>(hierarchy.supertypes(type));
    supertypes.remove("java.lang.Object");
    boolean contract = hierarchy.find(type).filter(t -> t.isInterface()).isPresent();
    return new Kind(type, graph.nodes().analysed(type), contract, List.copyOf(supertypes));
  }

  /** With the module's name before the names of its files. */
  public LockFacts placed() {
    Set<Nesting> all = new LinkedHashSet<>();
    for (Nesting n : nestings) {
      all.add(new Nesting(n.module(), placed(n.edge(), n.module()), n.gates(), n.thread()));
    }
    return new LockFacts(all, kinds, written);
  }

  private static Edge placed(Edge e, String module) {
    return new Edge(
        e.in(),
        e.held(),
        placed(e.heldAt(), module),
        e.acquired(),
        placed(e.at(), module),
        placed(e.site(), module),
        e.via().stream().map(v -> new Summary.Via(placed(v.site(), module), v.callee())).toList(),
        e.gates(),
        e.type());
  }

  private static Site placed(Site site, String module) {
    return site.file().contains("!/")
        ? site
        : new Site(site.in(), module + "!/" + site.file(), site.line(), site.column(), -1);
  }
}
