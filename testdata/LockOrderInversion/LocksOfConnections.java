import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Whoever has a connection takes its lock, wherever the connection comes from. */
class LocksOfConnections {
  interface Connection {
    Lock connectionLock();

    void changed();
  }

  static class Statement {
    protected volatile Connection connection;
    private final ReentrantLock cacheLock = new ReentrantLock();

    Statement(Connection connection) {
      this.connection = connection;
    }

    /** Subclasses check more. */
    Connection checkClosed() {
      Connection c = connection;
      if (c == null) {
        throw new IllegalStateException("closed");
      }
      return c;
    }

    void clear() {
      Lock lock = checkClosed().connectionLock();
      lock.lock();
      try {
        close();
      } finally {
        lock.unlock();
      }
    }

    void close() {
      Lock lock = connection.connectionLock();
      lock.lock();
      try {
        Lock again = checkClosed().connectionLock();
        again.lock();
        again.unlock();
      } finally {
        lock.unlock();
      }
    }

    void cache() {
      Lock lock = checkClosed().connectionLock();
      lock.lock();
      try {
        cacheLock.lock(); // want LockOrderInversion "before `cacheLock` is taken here"
        cacheLock.unlock();
      } finally {
        lock.unlock();
      }
    }

    void forget() {
      cacheLock.lock();
      try {
        Lock lock = connection.connectionLock();
        lock.lock();
        lock.unlock();
      } finally {
        cacheLock.unlock();
      }
    }
  }

  static class Prepared extends Statement {
    Prepared(Connection connection) {
      super(connection);
    }

    @Override
    Connection checkClosed() {
      System.out.println("checking");
      return super.checkClosed();
    }

    @Override
    void clear() {
      Lock lock = checkClosed().connectionLock();
      lock.lock();
      try {
        super.clear();
      } finally {
        lock.unlock();
      }
    }
  }
}
