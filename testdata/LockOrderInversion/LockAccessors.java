package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Helpers that ask the subclass for the lock, which is another one in each of them. */
class LockAccessors {

  abstract static class Locked {
    protected abstract Lock mutex();

    protected final <T> T locked(Supplier<T> body) {
      mutex().lock();
      try {
        return body.get();
      } finally {
        mutex().unlock();
      }
    }
  }

  static class Stock extends Locked {
    private final Lock mutex = new ReentrantLock();
    private final Map<String, Integer> items = new HashMap<>();
    private Orders orders;

    @Override
    protected Lock mutex() {
      return mutex;
    }

    int take(String item) {
      return locked(
          () -> {
            items.merge(item, -1, Integer::sum);
            return orders.note(item); // want LockOrderInversion "orders.mutex"
          });
    }

    int have(String item) {
      return locked(() -> items.getOrDefault(item, 0));
    }
  }

  static class Orders extends Locked {
    private final Lock mutex = new ReentrantLock();
    private final List<String> notes = new ArrayList<>();
    private Stock stock;

    @Override
    protected Lock mutex() {
      return mutex;
    }

    int note(String item) {
      return locked(
          () -> {
            notes.add(item);
            return notes.size();
          });
    }

    int check(String item) {
      return locked(() -> notes.isEmpty() ? 0 : stock.have(item));
    }
  }

  /** The same by an interface, in one direction only. */
  interface Guarded {
    Lock lock();

    default void run(Runnable body) {
      lock().lock();
      try {
        body.run();
      } finally {
        lock().unlock();
      }
    }
  }

  static class Parent implements Guarded {
    private final Lock own = new ReentrantLock();
    private final Child child = new Child();
    private int n;

    @Override
    public Lock lock() {
      return own;
    }

    void add() {
      run(
          () -> {
            n++;
            child.add();
          });
    }

    int count() {
      child.add();
      run(() -> n--);
      return child.hashCode();
    }
  }

  static class Child implements Guarded {
    private final Lock own = new ReentrantLock();
    private int m;

    @Override
    public Lock lock() {
      return own;
    }

    void add() {
      run(() -> m++);
    }
  }

  /** And in both. */
  static class Sender implements Guarded {
    private final Lock out = new ReentrantLock();
    private Receiver peer;
    private int sent;

    @Override
    public Lock lock() {
      return out;
    }

    void send() {
      run(
          () -> {
            sent++;
            peer.receive(); // want LockOrderInversion "peer.in"
          });
    }

    void acknowledge() {
      run(() -> sent--);
    }
  }

  static class Receiver implements Guarded {
    private final Lock in = new ReentrantLock();
    private Sender peer;
    private int received;

    @Override
    public Lock lock() {
      return in;
    }

    void receive() {
      run(() -> received++);
    }

    void reply() {
      run(() -> peer.acknowledge());
    }
  }
}
