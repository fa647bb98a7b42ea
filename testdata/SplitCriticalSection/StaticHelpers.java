package cases.splitcriticalsection;

import java.util.HashMap;
import java.util.Map;

/** What one locked method gives is computed with and given to another, as its only argument. */
public class StaticHelpers {
  private static int total;
  private static final Map<String, Integer> HITS = new HashMap<>();

  public static synchronized int total() {
    return total;
  }

  public static synchronized void total(int value) {
    total = value;
  }

  public static synchronized Integer hits(String page) {
    return HITS.get(page);
  }

  public static synchronized void record(Integer hits, String page) {
    HITS.put(page, hits);
  }

  public static void twice() {
    total(total() * 2); // want SplitCriticalSection "total"
  }

  public static void cap(int most) {
    total(Math.min(total(), most)); // want SplitCriticalSection "total"
  }

  public static void hit(String page) {
    record(hits(page) + 1, page); // want SplitCriticalSection "HITS"
  }

  public static synchronized void twiceRight() {
    total(total() * 2);
  }

  public static void clear() {
    int before = total();
    total(0);
    System.out.println(before);
  }
}
