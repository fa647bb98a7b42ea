package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Vector;

/** Containers that lock themselves in each call. */
public class SynchronizedContainers {

  static class Replicas {
    private final List<String> primary = Collections.synchronizedList(new ArrayList<>());
    private final List<String> backup = Collections.synchronizedList(new ArrayList<>());

    void save() {
      backup.addAll(primary); // want LockOrderInversion "primary"
    }

    void restore() {
      primary.addAll(backup);
    }
  }

  static class Tables {
    private final Hashtable<String, Integer> day = new Hashtable<>();
    private final Hashtable<String, Integer> year = new Hashtable<>();

    void close() {
      year.putAll(day); // want LockOrderInversion "day"
    }

    void reopen() {
      day.putAll(year);
    }
  }

  static class Texts {
    private final StringBuffer head = new StringBuffer();
    private final StringBuffer body = new StringBuffer();

    void headFirst() {
      head.append(body); // want LockOrderInversion "body"
    }

    void bodyFirst() {
      body.append(head);
    }
  }

  /** The container's own lock around a loop, and under another one. */
  static class Journal {
    private final Vector<String> lines = new Vector<>();
    private final Object state = new Object();
    private int length;

    void write(String line) {
      synchronized (state) {
        length += line.length();
        lines.add(line); // want LockOrderInversion "lines"
      }
    }

    void measure() {
      synchronized (lines) {
        for (String each : lines) {
          synchronized (state) {
            length += each.length();
          }
        }
      }
    }
  }

  /** A synchronized map runs the function under its lock. */
  static class Prices {
    private final Map<String, Integer> known = Collections.synchronizedMap(new HashMap<>());
    private final Object feed = new Object();
    private int asked;

    int price(String name) {
      return known.computeIfAbsent(name, n -> ask()); // want LockOrderInversion "feed"
    }

    private int ask() {
      synchronized (feed) {
        return asked++;
      }
    }

    void forget() {
      synchronized (feed) {
        asked = 0;
        known.clear();
      }
    }
  }

  /** A plain list locks nothing. */
  static class PlainJournal {
    private final List<String> lines = new ArrayList<>();
    private final Object state = new Object();
    private int length;

    void write(String line) {
      synchronized (state) {
        length += line.length();
        lines.add(line);
      }
    }

    void measure() {
      synchronized (lines) {
        for (String each : lines) {
          synchronized (state) {
            length += each.length();
          }
        }
      }
    }
  }

  /** One direction. */
  static class Archive {
    private final Vector<String> fresh = new Vector<>();
    private final Vector<String> old = new Vector<>();
    private final Object moving = new Object();

    void move() {
      synchronized (moving) {
        old.addAll(fresh);
        fresh.clear();
      }
    }

    int size() {
      return old.size() + fresh.size();
    }
  }

  /** Both ways, under one lock. */
  static class Swapped {
    private final Vector<String> left = new Vector<>();
    private final Vector<String> right = new Vector<>();

    synchronized void toRight() {
      right.addAll(left);
    }

    synchronized void toLeft() {
      left.addAll(right);
    }
  }
}
