package cases.splitcriticalsection;

/** What one section gave goes to a helper that may start another one. */
public class DrawnNumbers {
  private static int last;
  private static int total;

  static String open(boolean own) {
    int number = -1;
    if (own) {
      number = next();
    }
    return open(number, "log" + number);
  }

  static String openNext() {
    return open(next(), "log");
  }

  /** Draws a number of its own if it has none: from nothing that it was given. */
  static String open(int number, String name) {
    if (number == -1) {
      return name + next();
    }
    return name + number;
  }

  private static synchronized int next() {
    return ++last;
  }

  /** What was read goes into what is written. */
  static void grow() {
    put("grown", total() * 2); // want SplitCriticalSection "total"
  }

  /** What was read decides. */
  static void growTo(int limit) {
    if (total() < limit) {
      more(); // want SplitCriticalSection "total"
    }
  }

  private static synchronized int total() {
    return total;
  }

  private static synchronized void put(String why, int to) {
    total = to + why.length();
  }

  private static synchronized void more() {
    total++;
  }
}
