package cases.lockorderinversion;

import java.util.ArrayDeque;
import java.util.Deque;

/** A lock that each call makes for itself keeps nobody out: no gate, no guard. */
public class VainLocks {
  private final Object pages = new Object();
  private final Object index = new Object();
  private final Deque<String> lines = new ArrayDeque<>();
  private int turns;

  public void print() {
    synchronized (new Object()) {
      synchronized (pages) {
        synchronized (index) { // want LockOrderInversion "`pages` before `index`"
          System.out.println("page by page");
        }
      }
    }
  }

  public void sort() {
    Object gate = new Object();
    synchronized (gate) {
      synchronized (index) {
        synchronized (pages) {
          System.out.println("sorted");
        }
      }
    }
  }

  public void add(String line) {
    synchronized (lines) {
      lines.add(line);
    }
  }

  public void turn() {
    Object own = new Object();
    synchronized (own) {
      turns++; // want NonAtomicUpdate "turns"
    }
  }

  public String first() {
    synchronized (new Object()) {
      boolean none;
      synchronized (lines) {
        none = lines.isEmpty();
      }
      if (none) {
        return "";
      }
      synchronized (lines) {
        return lines.removeFirst(); // want SplitCriticalSection "lines"
      }
    }
  }

  /** A gate that others see as well does keep them out. */
  static class Gated {
    private final Object gate = new Object();
    private final Object left = new Object();
    private final Object right = new Object();

    void one() {
      synchronized (gate) {
        synchronized (left) {
          synchronized (right) {
            System.out.println("one");
          }
        }
      }
    }

    void other() {
      synchronized (gate) {
        synchronized (right) {
          synchronized (left) {
            System.out.println("other");
          }
        }
      }
    }
  }

  /** Made here, but a task has it, too. */
  static int countTogether() throws InterruptedException {
    Object lock = new Object();
    int[] count = new int[1];
    Thread helper =
        new Thread(
            () -> {
              synchronized (lock) {
                count[0]++;
              }
            });
    helper.start();
    synchronized (lock) {
      count[0]++;
    }
    helper.join();
    return count[0];
  }
}
