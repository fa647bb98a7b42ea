package cases.lockorderinversion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A connection that gives itself back to its pool while locked, and an evictor that, with the pool
 * locked, has connections passivated: by way of a factory interface and a superclass's method.
 */
public class ConnectionPool {

  /** Keeps track of what was opened. */
  static class Traced {
    private final List<Traced> opened = new ArrayList<>();

    protected void clearTrace() {
      synchronized (this) {
        opened.clear();
      }
    }

    protected synchronized void addTrace(Traced child) {
      opened.add(child);
    }
  }

  static class PooledConnection extends Traced {
    private final Pool pool;
    private boolean closed;

    PooledConnection(Pool pool) {
      this.pool = pool;
    }

    public synchronized void close() {
      if (!closed) {
        closed = true;
        pool.giveBack(this); // want LockOrderInversion "pool"
      }
    }

    void passivate() {
      clearTrace();
    }
  }

  interface Factory {
    void passivate(PooledConnection connection);
  }

  static class ConnectionFactory implements Factory {
    @Override
    public void passivate(PooledConnection connection) {
      connection.passivate();
    }
  }

  static class Pool {
    private final Deque<PooledConnection> idle = new ArrayDeque<>();
    private final Factory factory = new ConnectionFactory();

    synchronized void giveBack(PooledConnection connection) {
      idle.addLast(connection);
    }

    synchronized void evict() {
      for (PooledConnection connection : idle) {
        factory.passivate(connection);
      }
      idle.clear();
    }
  }
}
