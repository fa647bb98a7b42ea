package cases.uncheckedcheckthenact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** What was taken out of where others would find it, and what others still find. */
class SwappedOut {
  private final AtomicReference<Queue<String>> lines =
      new AtomicReference<>(new ConcurrentLinkedQueue<>());
  private final Map<String, ConcurrentHashMap<String, Integer>> tables = new ConcurrentHashMap<>();
  private final Queue<ConcurrentHashMap<String, Integer>> done = new ConcurrentLinkedQueue<>();

  void add(String table, String line) {
    lines.get().add(line);
    tables.computeIfAbsent(table, t -> new ConcurrentHashMap<>()).merge(line, 1, Integer::sum);
  }

  int flush() {
    Queue<String> mine = lines.getAndSet(new ConcurrentLinkedQueue<>());
    int written = 0;
    while (!mine.isEmpty()) {
      written += mine.remove().length();
    }
    return written;
  }

  int close(String table) {
    ConcurrentHashMap<String, Integer> mine = tables.remove(table);
    if (mine == null) {
      return 0;
    }
    if (!mine.containsKey("end")) {
      mine.put("end", 0);
    }
    done.add(mine);
    return mine.size();
  }

  int next() {
    ConcurrentHashMap<String, Integer> mine = done.poll();
    if (mine != null && mine.containsKey("end")) {
      mine.put("end", mine.get("end") + 1);
    }
    return done.size();
  }

  /** Others find it, too. */
  void count(String table) {
    ConcurrentHashMap<String, Integer> ours = tables.get(table);
    if (ours != null && !ours.containsKey("begin")) {
      ours.put("begin", 1); // want UnguardedCheckThenAct "ours"
    }
  }

  /** So they do what was there already. */
  void countFirst(String table) {
    ConcurrentHashMap<String, Integer> ours =
        tables.computeIfAbsent(table, t -> new ConcurrentHashMap<>());
    if (!ours.containsKey("begin")) {
      ours.put("begin", 1); // want UnguardedCheckThenAct "ours"
    }
  }

  /** Notes of a consumer, which others read and change under its lock. */
  static final class Info {
    private List<String> notes;

    synchronized void note(String text) {
      if (notes == null) {
        notes = new ArrayList<>();
      }
      notes.add(text);
    }

    synchronized boolean isEmpty() {
      return notes == null;
    }

    Info copy() {
      Info info = new Info();
      copyTo(info, "copied");
      return info;
    }

    /** Nobody else has the copy yet. */
    protected void copyTo(Info info, String text) {
      if (info.notes == null) {
        info.notes = new ArrayList<>();
      }
      info.notes.add(text);
    }

    /** Somebody else may have the other. */
    void merge(Info other) {
      if (other.notes == null) {
        other.notes = new ArrayList<>(); // want UnguardedCheckThenAct "notes"
      }
    }
  }

  void mergeAll(List<Info> all, Info into) {
    for (Info each : all) {
      into.merge(each);
    }
  }
}
