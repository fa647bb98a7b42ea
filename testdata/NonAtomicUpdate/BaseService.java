package cases.nonatomicupdate;

import java.util.concurrent.locks.ReentrantLock;

/** State and lock of the superclass, updates in the subclasses and inner classes. */
public abstract class BaseService {
  protected final ReentrantLock lock = new ReentrantLock();
  protected int clients;
  private long idle;

  public int clients() {
    lock.lock();
    try {
      return clients;
    } finally {
      lock.unlock();
    }
  }

  protected void setClients(int n) {
    lock.lock();
    try {
      clients = n;
      idle = 0;
    } finally {
      lock.unlock();
    }
  }

  /** Forgets the lock. */
  public static class Fast extends BaseService {
    public void connect() {
      clients++; // want NonAtomicUpdate "clients"
    }
  }

  /** Takes it. */
  public static class Careful extends BaseService {
    public void connect() {
      lock.lock();
      try {
        clients++;
      } finally {
        lock.unlock();
      }
    }
  }

  /** Reaches out to the enclosing instance. */
  class Idler implements Runnable {
    @Override
    public void run() {
      idle++; // want NonAtomicUpdate "idle"
    }
  }
}
