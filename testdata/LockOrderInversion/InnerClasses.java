package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;

/** The outer object's lock and the inner object's. */
public class InnerClasses {
  private final List<Cursor> cursors = new ArrayList<>();
  private int rows;

  public synchronized Cursor open() {
    Cursor cursor = new Cursor();
    cursors.add(cursor);
    return cursor;
  }

  public synchronized void truncate() {
    rows = 0;
    for (Cursor cursor : cursors) {
      cursor.rewind(); // want LockOrderInversion "cursor"
    }
  }

  /** A cursor over the rows. */
  public class Cursor {
    private int at;

    synchronized void rewind() {
      at = 0;
    }

    public synchronized boolean advance() {
      synchronized (InnerClasses.this) {
        if (at < rows) {
          at++;
          return true;
        }
        return false;
      }
    }
  }

  /** Iterator of an anonymous class, both parts in one direction. */
  static class Bag {
    private final Object lock = new Object();
    private final List<String> items = new ArrayList<>();

    Runnable counter(int[] into) {
      return new Runnable() {
        @Override
        public synchronized void run() {
          synchronized (lock) {
            into[0] = items.size();
          }
        }
      };
    }

    void add(String item) {
      synchronized (lock) {
        items.add(item);
      }
    }
  }
}
