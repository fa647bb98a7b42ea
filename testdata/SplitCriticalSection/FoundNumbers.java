package cases.splitcriticalsection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One section finds a number, such as the first free one; a later one uses it. */
public class FoundNumbers {
  private final Object lock = new Object();
  private final boolean[] taken = new boolean[50];
  private final List<Integer> sold = new ArrayList<>();

  private int firstFree() {
    synchronized (lock) {
      for (int i = 0; i < taken.length; i++) {
        if (!taken[i]) {
          return i;
        }
      }
      return -1;
    }
  }

  private void reserve(int seat) {
    synchronized (lock) {
      taken[seat] = true;
    }
  }

  private boolean reserveIfFree(int seat) {
    synchronized (lock) {
      if (taken[seat]) {
        return false;
      }
      taken[seat] = true;
      return true;
    }
  }

  public int book() {
    int seat = firstFree();
    if (seat >= 0) {
      reserve(seat); // want SplitCriticalSection "taken"
    }
    return seat;
  }

  public int bookHere() {
    int seat = firstFree();
    if (seat >= 0) {
      synchronized (lock) {
        taken[seat] = true; // want SplitCriticalSection "taken"
      }
    }
    return seat;
  }

  public int bookAgain() {
    int seat = firstFree();
    while (seat >= 0 && !reserveIfFree(seat)) {
      seat = firstFree();
    }
    return seat;
  }

  public int bookRight() {
    synchronized (lock) {
      int seat = firstFree();
      if (seat >= 0) {
        reserve(seat);
      }
      return seat;
    }
  }

  private int largest() {
    synchronized (lock) {
      int largest = 0;
      for (int each : sold) {
        largest = Math.max(largest, each);
      }
      return largest;
    }
  }

  private void add(int number) {
    synchronized (lock) {
      sold.add(number);
    }
  }

  public int sell() {
    int number = largest() + 1;
    add(number); // want SplitCriticalSection "sold"
    return number;
  }

  public void sell(int number) {
    System.out.println("largest so far: " + largest());
    add(number);
  }

  public void clear() {
    int largest = largest();
    synchronized (lock) {
      sold.clear(); // want SplitCriticalSection "sold"
    }
    System.out.println("largest was " + largest);
  }

  /** Synchronized methods, called one after the other. */
  public static class Ids {
    private final Set<Integer> used = new HashSet<>();
    private final Map<Integer, String> names = new HashMap<>();

    private synchronized int unused() {
      int id = 0;
      while (used.contains(id)) {
        id++;
      }
      return id;
    }

    private synchronized void use(int id) {
      used.add(id);
    }

    private synchronized boolean tryUse(int id) {
      return used.add(id);
    }

    private synchronized void free(int id) {
      used.remove(Integer.valueOf(id));
    }

    private synchronized int last() {
      return names.keySet().stream().max(Integer::compare).orElse(0);
    }

    private synchronized void name(int id, String name) {
      names.put(id, name);
    }

    public int next() {
      int id = unused();
      use(id); // want SplitCriticalSection "used"
      return id;
    }

    public int nextRight() {
      int id = unused();
      while (!tryUse(id)) {
        id = unused();
      }
      return id;
    }

    public synchronized int nextLocked() {
      int id = unused();
      use(id);
      return id;
    }

    public void release(int id) {
      System.out.println("first unused: " + unused());
      free(id);
    }

    public void register(String name) {
      name(last() + 1, name); // want SplitCriticalSection "names"
    }
  }

  /** A stack of one's own whose top is looked at in one section and taken in the next. */
  public static class Jobs {
    private final ArrayList<String> jobs = new ArrayList<>();

    public synchronized String top() {
      return jobs.get(jobs.size() - 1);
    }

    public synchronized String pop() {
      return jobs.remove(jobs.size() - 1);
    }

    public synchronized void push(String job) {
      jobs.add(job);
    }
  }

  private final Jobs jobs = new Jobs();

  public void work() {
    System.out.println(jobs.top());
    jobs.pop(); // want SplitCriticalSection "jobs"
  }

  public void workRight() {
    System.out.println(jobs.pop());
  }
}
