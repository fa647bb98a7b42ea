package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;

/** Counts of methods that lock for something else. */
public class BesideOwnLock {
  private final List<StringBuilder> free = new ArrayList<>();
  private int made;
  private int kept;
  private int given;
  private int plain;

  StringBuilder get() {
    synchronized (free) {
      if (!free.isEmpty()) {
        given++;
        return free.remove(free.size() - 1);
      }
    }
    made++; // want NonAtomicUpdate "made"
    return new StringBuilder();
  }

  public void put(StringBuilder text) {
    synchronized (free) {
      kept++;
      free.add(text);
    }
  }

  public void step() {
    plain++;
  }

  public String report() {
    return made + " " + plain;
  }

  /** Locks to take what others left, and counts for itself. */
  static final class Reader implements Runnable {
    private final List<String> lines = new ArrayList<>();
    private int rounds;

    @Override
    public void run() {
      for (int i = 0; i < 3; i++) {
        synchronized (lines) {
          lines.clear();
        }
        rounds++;
      }
    }

    void leave(String line) {
      synchronized (lines) {
        lines.add(line);
      }
    }
  }
}
