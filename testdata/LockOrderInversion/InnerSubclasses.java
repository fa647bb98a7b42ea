import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Requests of one provider, one kind of them a subclass of another: all take its lock. */
class InnerSubclasses {
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, Request> requests = new ConcurrentHashMap<>();

  void open(long id) {
    Request request = new Opening(id);
    requests.put(id, request);
    request.failed(null);
  }

  class Request {
    final long id;

    Request(long id) {
      this.id = id;
    }

    void failed(Exception why) {
      lock.lock();
      try {
        requests.remove(id);
      } finally {
        lock.unlock();
      }
    }
  }

  class Opening extends Request {
    Opening(long id) {
      super(id);
    }

    @Override
    void failed(Exception why) {
      lock.lock();
      try {
        super.failed(why);
      } finally {
        lock.unlock();
      }
    }
  }

  /** Takes its own lock before that of another. */
  void moveTo(InnerSubclasses other) {
    lock.lock();
    try {
      other.close(); // want LockOrderInversion "`lock` and `other.lock` are locked"
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      requests.clear();
    } finally {
      lock.unlock();
    }
  }
}
