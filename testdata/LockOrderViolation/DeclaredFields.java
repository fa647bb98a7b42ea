package cases.lockorderviolation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.lockkeeper.annotations.LockOrder;

/** The order is declared for fields of the class itself; nobody nests them the right way round. */
@LockOrder({"registry", "session", "log"})
public class DeclaredFields {
  private final Object registry = new Object();
  private final Lock session = new ReentrantLock();
  private final Object log = new Object();
  private final List<String> lines = new ArrayList<>();
  private int sessions;

  public void close() {
    session.lock();
    try {
      sessions--;
      synchronized (registry) { // want LockOrderViolation "registry"
        lines.add("closed");
      }
    } finally {
      session.unlock();
    }
  }

  /** Not neighbours in the declaration, but ordered all the same. */
  public void dump() {
    synchronized (log) {
      synchronized (registry) { // want LockOrderViolation "registry"
        lines.clear();
      }
    }
  }

  /** As declared. */
  public void open() {
    session.lock();
    try {
      synchronized (log) {
        lines.add("opened " + ++sessions);
      }
    } finally {
      session.unlock();
    }
  }

  /** One after the other is no nesting. */
  public int count() {
    int seen;
    synchronized (log) {
      seen = lines.size();
    }
    synchronized (registry) {
      return seen + sessions;
    }
  }
}
