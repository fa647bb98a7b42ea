package cases.nonatomicupdate;

import java.util.List;
import java.util.Map;

/** A tool that locks what it is given, as its owner asks for, and counts for itself. */
class LocksOfOthers {
  static class Tool {
    private static int lines;

    static String print(Map<String, List<String>> all) {
      StringBuilder text = new StringBuilder();
      for (List<String> each : all.values()) {
        synchronized (each) {
          text.append(lines++).append(each.size());
        }
      }
      return text.toString();
    }
  }

  static class Counted {
    private static final Object lock = new Object();
    private static int open;
    private static int lines;

    static void open() {
      synchronized (lock) {
        open++;
      }
    }

    static String print(String text) {
      return lines++ + text; // want NonAtomicUpdate "lines"
    }
  }
}
