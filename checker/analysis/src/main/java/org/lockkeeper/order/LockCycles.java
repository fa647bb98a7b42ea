package org.lockkeeper.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lockkeeper.facts.Fact.Mode;
import org.lockkeeper.flow.Lock;
import org.lockkeeper.interprocedural.LockNodes;
import org.lockkeeper.ir.Site;
import org.lockkeeper.order.LockGraph.Edge;

/** Cycles of the lock graph in which every thread can really wait for the next. */
public final class LockCycles {
  private static final int MAX_LENGTH = 6;
  private static final int MAX_TRIES = 8;

  /** So many findings that one nesting has a part in show what is wrong with it. */
  private static final int MAX_SHARED = 2;

  private final LockView locks;
  private final List<List<Edge>> pairs;

  /**
   * Over some locks.
   *
   * @param pairs cycles of two locks of one node, which do not show in the graph
   */
  public LockCycles(LockView locks, List<List<Edge>> pairs) {
    this.locks = locks;
    this.pairs = pairs;
  }

  /** One step of a way through the graph. */
  private record Leg(String from, String to, Leg before, int length) {}

  /** Each as its edges in order, the lexically first edge first; one for each set of locks. */
  public List<List<Edge>> all() {
    Map<Set<String>, List<Edge>> found = new LinkedHashMap<>();
    Set<Set<Site>> sites = new HashSet<>();
    Map<Site, Integer> shared = new HashMap<>();
    Set<String> lines = new HashSet<>();
    for (String from : locks.edges().keySet()) {
      for (String to : locks.edges().get(from).keySet()) {
        List<Edge> cycle = cycle(from, to, found.keySet());
        List<Edge> turned = cycle == null ? null : rotated(cycle);
        boolean news = cycle != null && sites.add(sites(cycle)) && lines.add(line(turned));
        if (news && cycle.stream().allMatch(e -> shared.getOrDefault(e.at(), 0) < MAX_SHARED)) {
          cycle.forEach(e -> shared.merge(e.at(), 1, Integer::sum));
          found.put(nodes(cycle), turned);
        }
      }
    }
    List<List<Edge>> all = new ArrayList<>(found.values());
    for (List<Edge> each : pairs) {
      List<Edge> turned = rotated(each);
      if (possible(each) && lines.add(line(turned))) {
        all.add(witnesses(turned));
      }
    }
    return all;
  }

  private static Set<String> nodes(List<Edge> cycle) {
    Set<String> all = new TreeSet<>();
    cycle.forEach(e -> all.add(LockNodes.node(e.held())));
    return all;
  }

  private static String line(List<Edge> cycle) {
    return cycle.get(0).at().file() + ":" + cycle.get(0).at().line();
  }

  private static Set<Site> sites(List<Edge> cycle) {
    Set<Site> all = new HashSet<>();
    cycle.forEach(e -> all.add(e.site()));
    return all;
  }

  /**
   * The shortest possible cycle of other locks than those known that starts so; {@code null} when
   * there is none.
   */
  private List<Edge> cycle(String from, String to, Set<Set<String>> known) {
    Deque<Leg> work = new ArrayDeque<>(List.of(new Leg(from, to, null, 1)));
    Set<String> seen = new HashSet<>();
    int tries = 0;
    while (!work.isEmpty() && tries < MAX_TRIES) {
      Leg leg = work.poll();
      for (String at : locks.related(leg.to())) {
        for (String next : locks.edges().getOrDefault(at, Map.of()).keySet()) {
          Leg longer = new Leg(at, next, leg, leg.length() + 1);
          if (locks.same(next, from)) {
            tries++;
            List<Edge> cycle = pick(longer);
            if (cycle != null) {
              return known.contains(nodes(cycle)) ? null : cycle;
            }
          } else if (longer.length() < MAX_LENGTH && seen.add(next)) {
            work.add(longer);
          }
        }
      }
    }
    return null;
  }

  /**
   * A witness for every edge such that nothing keeps the threads apart; {@code null} when there is
   * none.
   */
  private List<Edge> pick(Leg last) {
    List<List<Edge>> options = new ArrayList<>();
    for (Leg leg = last; leg != null; leg = leg.before()) {
      options.add(0, locks.edges().get(leg.from()).get(leg.to()));
    }
    return pick(options, new ArrayList<>());
  }

  private List<Edge> pick(List<List<Edge>> options, List<Edge> chosen) {
    if (chosen.size() == options.size()) {
      return possible(chosen) ? witnesses(chosen) : null;
    }
    for (Edge e : options.get(chosen.size())) {
      chosen.add(e);
      List<Edge> done = pick(options, chosen);
      if (done != null) {
        return done;
      }
      chosen.remove(chosen.size() - 1);
    }
    return null;
  }

  private List<Edge> witnesses(List<Edge> cycle) {
    boolean alone = cycle.size() == 2 && cycle.get(0) == cycle.get(1);
    List<Edge> shown = new ArrayList<>(cycle);
    shown.replaceAll(locks::witness);
    return alone ? List.of(shown.get(0), shown.get(0)) : shown;
  }

  private boolean possible(List<Edge> cycle) {
    return meet(cycle)
        && !gated(cycle)
        && !sharedReads(cycle)
        && !oneThread(cycle)
        && cycle.stream().noneMatch(locks::harmless)
        && !locks.apart(cycle);
  }

  /** What each waits for can be what the next one holds, by the classes of the objects. */
  private boolean meet(List<Edge> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      String held = locks.holder(cycle.get((i + 1) % cycle.size()));
      if (!locks.meet(cycle.get(i).type(), held)) {
        return false;
      }
    }
    return true;
  }

  /** A lock that all of them hold around keeps the threads apart (Havelund 2000). */
  private boolean gated(List<Edge> cycle) {
    Set<String> common = new TreeSet<>(locks.gates(cycle.get(0)));
    for (Edge e : cycle) {
      common.retainAll(locks.gates(e));
    }
    common.removeAll(nodes(cycle));
    return !common.isEmpty();
  }

  /** Two readers do not wait for each other, as long as no writer comes in between. */
  private boolean sharedReads(List<Edge> cycle) {
    for (int i = 0; i < cycle.size(); i++) {
      Lock wanted = cycle.get(i).acquired();
      Lock held = cycle.get((i + 1) % cycle.size()).held();
      boolean read = wanted.mode() == Mode.SHARED && held.mode() == Mode.SHARED;
      if (read && !locks.written(LockNodes.node(wanted))) {
        return true;
      }
    }
    return false;
  }

  private boolean oneThread(List<Edge> cycle) {
    Set<String> names = new TreeSet<>();
    for (Edge e : cycle) {
      names.add(locks.thread(e).orElse(""));
    }
    return names.size() == 1 && !names.contains("");
  }

  private static List<Edge> rotated(List<Edge> cycle) {
    int first = 0;
    for (int i = 1; i < cycle.size(); i++) {
      if (before(cycle.get(i), cycle.get(first))) {
        first = i;
      }
    }
    List<Edge> turned = new ArrayList<>(cycle);
    Collections.rotate(turned, -first);
    return turned;
  }

  private static boolean before(Edge a, Edge b) {
    int file = a.at().file().compareTo(b.at().file());
    return file < 0 || file == 0 && a.at().line() < b.at().line();
  }
}
