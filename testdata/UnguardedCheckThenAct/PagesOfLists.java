package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;

/** A part of a list, from where it was long enough a moment ago. */
public class PagesOfLists {
  private final List<String> rows = Collections.synchronizedList(new ArrayList<>());

  public void add(String row) {
    rows.add(row);
  }

  public void trim(int max) {
    synchronized (rows) {
      while (rows.size() > max) {
        rows.remove(rows.size() - 1);
      }
    }
  }

  public List<String> page(int from, int count) {
    if (from + count > rows.size()) {
      return List.of();
    }
    return rows.subList(from, from + count); // want UnguardedCheckThenAct "rows"
  }

  public List<String> pageRight(int from, int count) {
    synchronized (rows) {
      if (from + count > rows.size()) {
        return List.of();
      }
      return new ArrayList<>(rows.subList(from, from + count));
    }
  }

  public List<String> tail(int count) {
    int size = rows.size();
    return rows.subList(Math.max(0, size - count), size); // want UnguardedCheckThenAct "rows"
  }

  public List<String> tailRight(int count) {
    synchronized (rows) {
      int size = rows.size();
      return new ArrayList<>(rows.subList(Math.max(0, size - count), size));
    }
  }

  public ListIterator<String> backwards() {
    return rows.listIterator(rows.size()); // want UnguardedCheckThenAct "rows"
  }

  /** A copy of one's own. */
  public List<String> tailOfCopy(int count) {
    List<String> copy = new ArrayList<>(rows);
    return copy.subList(Math.max(0, copy.size() - count), copy.size());
  }

  public List<String> first() {
    return rows.subList(0, 0);
  }

  private List<String> upTo(int end) {
    return rows.subList(0, end);
  }

  public List<String> all() {
    return upTo(rows.size()); // want UnguardedCheckThenAct "rows"
  }
}
