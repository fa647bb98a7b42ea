package cases.blockingincooperative;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lockkeeper.annotations.Cooperative;

/** Orders that ask a slow service for each comparison. */
public class Comparators {
  private final ConcurrentMap<String, Integer> known = new ConcurrentHashMap<>();

  private int rank(String name) {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return name.length();
  }

  private int seen(String name) {
    return known.getOrDefault(name, 0);
  }

  @Cooperative
  List<String> sorted(List<String> names) {
    List<String> copy = new ArrayList<>(names);
    copy.sort((a, b) -> rank(a) - rank(b)); // want BlockingInCooperative "rank"
    return copy;
  }

  @Cooperative
  TreeMap<String, Integer> byRank(List<String> names) {
    TreeMap<String, Integer> all =
        new TreeMap<>((a, b) -> rank(a) - rank(b)); // want BlockingInCooperative "rank"
    for (String name : names) {
      all.put(name, name.length());
    }
    return all;
  }

  @Cooperative
  TreeSet<String> setByRank(List<String> names) {
    TreeSet<String> all =
        new TreeSet<>(Comparator.comparingInt(this::rank)); // want BlockingInCooperative "comparingInt"
    all.addAll(names);
    return all;
  }

  @Cooperative
  PriorityQueue<String> queueByRank(List<String> names) {
    PriorityQueue<String> all =
        new PriorityQueue<>(8, (a, b) -> rank(a) - rank(b)); // want BlockingInCooperative "rank"
    all.addAll(names);
    return all;
  }

  @Cooperative
  String best(List<String> names) {
    return Collections.max(names, (a, b) -> rank(a) - rank(b)); // want BlockingInCooperative "rank"
  }

  @Cooperative
  String bestSeen(List<String> names) {
    TreeSet<String> all = new TreeSet<>(Comparator.comparingInt(this::seen));
    all.addAll(names);
    TreeMap<String, Integer> map = new TreeMap<>((a, b) -> seen(a) - seen(b));
    map.put(all.first(), 1);
    return Collections.max(names, Comparator.comparingInt(this::seen));
  }

  /** Not on the scheduler. */
  TreeSet<String> elsewhere(List<String> names) {
    TreeSet<String> all = new TreeSet<>(Comparator.comparingInt(this::rank));
    all.addAll(names);
    return all;
  }
}
