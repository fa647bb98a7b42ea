package cases.nonatomicupdate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keys for new entries of a map, by how many it has or by the last of them. */
public class KeysBySize {
  private final Map<Integer, String> rows = new ConcurrentHashMap<>();
  private final ConcurrentNavigableMap<Long, String> log = new ConcurrentSkipListMap<>();
  private final Map<Integer, String> locked = Collections.synchronizedMap(new TreeMap<>());
  private final AtomicInteger next = new AtomicInteger();

  int insert(String row) {
    int id = rows.size() + 1;
    rows.put(id, row); // want NonAtomicUpdate "rows"
    return id;
  }

  void append(String line) {
    log.put(log.lastKey() + 1, line); // want NonAtomicUpdate "log"
  }

  void insertLocked(String row) {
    synchronized (locked) {
      locked.put(locked.size(), row);
    }
  }

  int draw(String row) {
    int id = next.incrementAndGet();
    rows.put(id, row);
    return id;
  }

  /** What the size is told to, is another thing. */
  void report(String row) {
    rows.put(row.length(), row);
    System.out.println(rows.size());
  }

  /** Of the last entry, and no new one. */
  void touchLast(String line) {
    log.put(log.lastKey(), line);
  }
}
