package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** One element of a shared container is read, changed and put back. */
public class InPlace {
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final List<Integer> scores = new CopyOnWriteArrayList<>();
  private final Vector<Integer> grades = new Vector<>();
  private final ConcurrentMap<String, AtomicLong> hits = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Double> prices = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Set<String>> links = new ConcurrentHashMap<>();

  public void mark(int i) {
    lines.set(i, lines.get(i) + "!"); // want NonAtomicUpdate "lines"
  }

  public void markUnderLock(int i) {
    synchronized (lines) {
      lines.set(i, lines.get(i) + "!");
    }
  }

  public void markAll() {
    lines.replaceAll(line -> line + "!");
  }

  public void score(int i, int points) {
    int before = scores.get(i);
    scores.set(i, before + points); // want NonAtomicUpdate "scores"
  }

  public void grade(int i) {
    grades.setElementAt(grades.elementAt(i) + 1, i); // want NonAtomicUpdate "grades"
  }

  public void markEach() {
    for (ListIterator<String> each = lines.listIterator(); each.hasNext(); ) {
      String line = each.next();
      each.set(line + "!"); // want NonAtomicUpdate "lines"
    }
  }

  public void markEachUnderLock() {
    synchronized (lines) {
      for (ListIterator<String> each = lines.listIterator(); each.hasNext(); ) {
        String line = each.next();
        each.set(line + "!");
      }
    }
  }

  /** Another element. */
  public void copyDown(int i) {
    scores.set(i + 1, scores.get(i) + 1);
  }

  public void hit(String page) {
    hits.get(page).set(hits.get(page).get() + 1); // want NonAtomicUpdate "AtomicLong"
  }

  public void hitRight(String page) {
    hits.get(page).incrementAndGet();
  }

  public void hitOther(String page, String other) {
    hits.get(page).set(hits.get(other).get() + 1);
  }

  public void raise(double rate) {
    for (Map.Entry<String, Double> each : prices.entrySet()) {
      prices.put(each.getKey(), each.getValue() * rate); // want NonAtomicUpdate "prices"
    }
  }

  public void raiseRight(double rate) {
    prices.replaceAll((name, price) -> price * rate);
  }

  public void reset() {
    for (Map.Entry<String, Double> each : prices.entrySet()) {
      prices.put(each.getKey(), 0.0);
    }
  }

  /** Each of two threads may have got a set of its own. */
  public void link(String from, String to) {
    Set<String> known = links.getOrDefault(from, ConcurrentHashMap.newKeySet());
    known.add(to);
    links.put(from, known); // want NonAtomicUpdate "links"
  }

  public void linkRight(String from, String to) {
    links.computeIfAbsent(from, k -> ConcurrentHashMap.newKeySet()).add(to);
  }

  public void add(String line, int score, String page, double price) {
    lines.add(line);
    scores.add(score);
    grades.add(score);
    hits.putIfAbsent(page, new AtomicLong());
    prices.put(page, price);
  }

  /** From one list into the other, whichever is which. */
  void shift(List<Integer> one, List<Integer> two, boolean back, int i) {
    List<Integer> from = one;
    List<Integer> to = two;
    if (back) {
      from = two;
      to = one;
    }
    to.set(i, from.get(i) + 1);
  }

  /** Lines of its own, from one of two places. */
  String[] padded(String text, int width) {
    String[] lines = new String[] {text};
    if (width > 0) {
      lines = text.split(" ");
    }
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].length() < width) {
        lines[i] = lines[i] + " ";
      }
    }
    return lines;
  }
}
