package cases.nonatomicupdate;

import java.util.HashMap;
import java.util.Map;

/** One method locks for the whole update, so threads share the state; most others forgot to. */
public class OftenUnlocked {
  private int open;
  private final Map<String, Integer> hits = new HashMap<>();

  public synchronized void enter() {
    open++;
  }

  public void leave() {
    open--; // want NonAtomicUpdate "open"
  }

  public void leaveAll(int n) {
    open -= n; // want NonAtomicUpdate "open"
  }

  public void enterTwice() {
    open = open + 2; // want NonAtomicUpdate "open"
  }

  public void hit(String page) {
    synchronized (hits) {
      hits.put(page, hits.getOrDefault(page, 0) + 1);
    }
  }

  public void hitFast(String page) {
    hits.put(page, hits.getOrDefault(page, 0) + 1); // want NonAtomicUpdate "hits"
  }

  public void hitTwice(String page) {
    Integer before = hits.get(page);
    hits.put(page, before == null ? 2 : before + 2); // want NonAtomicUpdate "hits"
  }

  /** A lock around one write in many says little: it may be there for something else. */
  public static class Settings {
    private int size;
    private String name = "";

    public synchronized void rename(String to) {
      name = to;
      size = 0;
    }

    public void grow() {
      size++;
    }

    public void shrink() {
      size--;
    }

    public String name() {
      return name + size;
    }
  }
}
