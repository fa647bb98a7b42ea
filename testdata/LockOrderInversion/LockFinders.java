package cases.lockorderinversion;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A lock for each name, which a method that others may call, too, finds. */
public class LockFinders {

  static class Accounts {
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private int moves;

    Object lockOf(String name) {
      return locks.computeIfAbsent(name, n -> new Object());
    }

    void move(String from, String to) {
      synchronized (lockOf(from)) {
        synchronized (lockOf(to)) { // want LockOrderInversion "order of the arguments"
          moves++;
        }
      }
    }
  }

  static class Ordered {
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private int moves;

    public Object lockOf(String name) {
      return locks.computeIfAbsent(name, n -> new Object());
    }

    void move(String from, String to) {
      String first = from.compareTo(to) < 0 ? from : to;
      String second = from.compareTo(to) < 0 ? to : from;
      synchronized (lockOf(first)) {
        synchronized (lockOf(second)) {
          moves++;
        }
      }
    }
  }

  static class Named {
    private final Map<String, Object> locks = new ConcurrentHashMap<>();
    private int n;

    public Object lockOf(String name) {
      return locks.computeIfAbsent(name, k -> new Object());
    }

    void in() {
      synchronized (lockOf("in")) {
        synchronized (lockOf("out")) { // want LockOrderInversion "in"
          n++;
        }
      }
    }

    void out() {
      synchronized (lockOf("out")) {
        synchronized (lockOf("in")) {
          n--;
        }
      }
    }
  }
}
