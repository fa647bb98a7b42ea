package cases.lockorderinversion;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A template's step locks something in one subclass only: who has an object of another one is safe. */
public class OverriddenSteps {

  abstract static class EndPoint {
    private int closed;

    final void close() {
      closed++;
      doClose();
    }

    protected void doClose() {}
  }

  static class MemoryEndPoint extends EndPoint {
    private final Lock lock = new ReentrantLock();
    private final Connection connection = new Connection(new PlainEndPoint());
    private int signals;

    @Override
    protected void doClose() {
      lock.lock();
      try {
        signals++;
      } finally {
        lock.unlock();
      }
    }

    void flush() {
      lock.lock();
      try {
        connection.flushed();
      } finally {
        lock.unlock();
      }
    }
  }

  static class PlainEndPoint extends EndPoint {
    private int open;

    @Override
    protected void doClose() {
      open--;
    }
  }

  /** Its end point is a plain one: closing it locks nothing. */
  static class Connection {
    private final Object state = new Object();
    private final PlainEndPoint plain;
    private int flushes;

    Connection(PlainEndPoint plain) {
      this.plain = plain;
    }

    void flushed() {
      synchronized (state) {
        flushes++;
      }
    }

    void fail() {
      synchronized (state) {
        plain.close();
      }
    }
  }

  /** A step of the object itself, which is none of that class. */
  abstract static class Cursor {
    protected int size;

    synchronized int size() {
      return size + stored();
    }

    protected abstract int stored();
  }

  static class QueueCursor extends Cursor {
    @Override
    protected int stored() {
      return 0;
    }
  }

  static class TopicCursor extends Cursor {
    private final Topic topic;

    TopicCursor(Topic topic) {
      this.topic = topic;
    }

    @Override
    protected int stored() {
      return topic.messages();
    }
  }

  static class Topic {
    private final QueueCursor rest = new QueueCursor();
    private int messages;

    synchronized int messages() {
      return messages;
    }

    synchronized int all() {
      return messages + rest.size();
    }

    static int waiting(Cursor cursor) {
      return cursor.size();
    }
  }

  /** Here it is one. */
  abstract static class Shelf {
    protected int size;

    synchronized int size() {
      return size + stored(); // want LockOrderInversion "stored"
    }

    protected abstract int stored();
  }

  static class EmptyShelf extends Shelf {
    @Override
    protected int stored() {
      return 0;
    }
  }

  static class ArchiveShelf extends Shelf {
    private final Archive archive;

    ArchiveShelf(Archive archive) {
      this.archive = archive;
    }

    @Override
    protected int stored() {
      return archive.files();
    }
  }

  static class Archive {
    private final ArchiveShelf shelf = new ArchiveShelf(this);
    private int files;

    synchronized int files() {
      return files;
    }

    synchronized int all() {
      return files + shelf.size();
    }

    static int stored(Shelf shelf) {
      return shelf.size();
    }
  }
}
