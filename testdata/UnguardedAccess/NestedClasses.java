package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.lockkeeper.annotations.GuardedBy;
import org.lockkeeper.annotations.Holding;

/** Guards across superclasses, inner classes and generic holders. */
public class NestedClasses {

  /** Declares lock and state. */
  public abstract static class Base<T> {
    protected final Object monitor = new Object();

    @GuardedBy("monitor")
    protected final List<T> values = new ArrayList<>();

    @Holding("monitor")
    protected abstract void changed();
  }

  /** Uses both. */
  public static class Sorted<T extends Comparable<T>> extends Base<T> {
    private int changes;

    public void add(T value) {
      synchronized (monitor) {
        values.add(value);
        values.sort(Comparator.naturalOrder());
        changed();
      }
    }

    public T first() {
      return values.get(0); // want UnguardedAccess "values"
    }

    public void touch() {
      changed(); // want UnguardedAccess "changed"
    }

    /** An override is called under the superclass's contract. */
    @Override
    protected void changed() {
      changes += values.size();
    }
  }

  private final Object outerLock = new Object();

  @GuardedBy("outerLock")
  private int outerCount;

  /** Reaches out. */
  final class Cursor implements Iterator<Integer> {
    @Override
    public boolean hasNext() {
      return outerCount < 10; // want UnguardedAccess "outerCount"
    }

    @Override
    public Integer next() {
      synchronized (outerLock) {
        return outerCount++;
      }
    }
  }

  /** Called on an instance that the caller names. */
  static void reset(NestedClasses n) {
    synchronized (n.outerLock) {
      n.outerCount = 0;
    }
    n.outerCount = 1; // want UnguardedAccess "outerCount"
  }
}
