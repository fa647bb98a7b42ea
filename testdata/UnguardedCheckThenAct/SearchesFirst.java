package cases.uncheckedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A loop or a pipeline over the elements takes the place of {@code contains}. */
public class SearchesFirst {
  private final List<String> watchers = new CopyOnWriteArrayList<>();
  private final List<Order> orders = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Integer> stock = new ConcurrentSkipListMap<>();
  private final Map<String, Lease> leases = new ConcurrentHashMap<>();

  record Order(String id, int amount) {}

  record Lease(String name, long until) {
    boolean over(long now) {
      return until < now;
    }
  }

  public void watch(String name) {
    for (String known : watchers) {
      if (known.equals(name)) {
        return;
      }
    }
    watchers.add(name); // want UnguardedCheckThenAct "watchers"
  }

  public void watchByPipeline(String name) {
    if (watchers.stream().noneMatch(known -> known.equalsIgnoreCase(name))) {
      watchers.add(name); // want UnguardedCheckThenAct "watchers"
    }
  }

  public void order(Order next) {
    if (orders.stream().anyMatch(o -> o.id().equals(next.id()))) {
      return;
    }
    orders.add(next); // want UnguardedCheckThenAct "orders"
  }

  public void orderUnderLock(Order next) {
    synchronized (orders) {
      for (Order known : orders) {
        if (known.id().equals(next.id())) {
          return;
        }
      }
      orders.add(next);
    }
  }

  public void refill(int least) {
    int there = stock.values().stream().mapToInt(n -> n).sum();
    if (there < least) {
      stock.put("spare", least - there); // want UnguardedCheckThenAct "stock"
    }
  }

  /** The lease may have been renewed meanwhile. */
  public void sweep(long now) {
    for (Map.Entry<String, Lease> each : leases.entrySet()) {
      if (each.getValue().over(now)) {
        leases.remove(each.getKey()); // want UnguardedCheckThenAct "leases"
      }
    }
  }

  public void sweepByValue(long now) {
    for (Lease each : leases.values()) {
      if (each.over(now)) {
        leases.remove(each.name()); // want UnguardedCheckThenAct "leases"
      }
    }
  }

  public void sweepOnlySeen(long now) {
    for (Map.Entry<String, Lease> each : leases.entrySet()) {
      if (each.getValue().over(now)) {
        leases.remove(each.getKey(), each.getValue());
      }
    }
  }

  public void sweepThroughView(long now) {
    leases.values().removeIf(each -> each.over(now));
  }

  /** What the name says does not change. */
  public void forgetTemporary() {
    for (String name : leases.keySet()) {
      if (name.startsWith("tmp")) {
        leases.remove(name);
      }
    }
    for (Map.Entry<String, Lease> each : leases.entrySet()) {
      if (each.getKey().startsWith("tmp")) {
        leases.remove(each.getKey());
      }
    }
  }

  /** The same object is taken out, or nothing. */
  public void drop(String id) {
    for (Order each : orders.toArray(new Order[0])) {
      if (each.id().equals(id)) {
        orders.remove(each);
      }
    }
  }

  /** That there are any decides nothing about what comes after them. */
  public void tellAll(List<String> log) {
    for (String each : watchers) {
      log.add(each);
    }
    watchers.add("told");
  }

  public void put(String name, int amount, long until) {
    stock.put(name, amount);
    leases.put(name, new Lease(name, until));
  }
}
