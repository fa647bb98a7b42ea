package cases.unguardedaccess;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.lockkeeper.annotations.GuardedBy;

/** Guards that are objects around a lock, and locks by the names that wrappers give them. */
public class LockWrappers {

  /** Has a lock of its own and locks it for others. */
  static final class Mutex implements AutoCloseable {
    private final ReentrantLock inner = new ReentrantLock();

    Mutex open() {
      inner.lock();
      return this;
    }

    boolean tryAcquire() {
      return inner.tryLock();
    }

    void release() {
      inner.unlock();
    }

    <T> T call(Supplier<T> body) {
      inner.lock();
      try {
        return body.get();
      } finally {
        inner.unlock();
      }
    }

    @Override
    public void close() {
      inner.unlock();
    }
  }

  /** Both sides, each for a try-with-resources. */
  static final class Latches {
    private final ReadWriteLock rw = new ReentrantReadWriteLock();

    Closer read() {
      rw.readLock().lock();
      return new Closer(rw.readLock());
    }

    Closer write() {
      rw.writeLock().lock();
      return new Closer(rw.writeLock());
    }
  }

  static final class Closer implements AutoCloseable {
    private final Lock lock;

    Closer(Lock lock) {
      this.lock = lock;
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  /** Is handed a lock. */
  static final class Section implements AutoCloseable {
    private final Lock lock;

    Section(Lock lock) {
      this.lock = lock;
    }

    Section enter() {
      lock.lock();
      return this;
    }

    @Override
    public void close() {
      lock.unlock();
    }
  }

  /** Locks for itself only: holding its lock guards nothing of others. */
  static final class Journal {
    private final ReentrantLock lock = new ReentrantLock();
    private int lines;

    void append() {
      lock.lock();
      try {
        lines++;
      } finally {
        lock.unlock();
      }
    }
  }

  private final Mutex mutex = new Mutex();
  private final Latches latches = new Latches();
  private final Lock left = new ReentrantLock();
  private final Lock right = new ReentrantLock();
  private final Section atLeft = new Section(left);
  private final Section atRight = new Section(right);
  private final ReadWriteLock rw = new ReentrantReadWriteLock();
  private final Section reading = new Section(rw.readLock());
  private final Section writing = new Section(rw.writeLock());
  private final Journal journal = new Journal();

  @GuardedBy("mutex")
  private final Map<String, Integer> seats = new HashMap<>();

  @GuardedBy("latches")
  private int version;

  @GuardedBy("left")
  private int lefts;

  @GuardedBy("right")
  private int rights;

  @GuardedBy("rw")
  private int epoch;

  @GuardedBy("journal")
  private int pages;

  public void book(String name) {
    try (Mutex held = mutex.open()) {
      seats.merge(name, 1, Integer::sum);
    }
  }

  public int booked(String name) {
    return mutex.call(() -> seats.getOrDefault(name, 0));
  }

  public boolean tryBook(String name) {
    if (!mutex.tryAcquire()) {
      return false;
    }
    try {
      return seats.putIfAbsent(name, 1) == null;
    } finally {
      mutex.release();
    }
  }

  public void bookTooLate(String name) {
    try (Mutex held = mutex.open()) {
      name.strip();
    }
    seats.put(name, 1); // want UnguardedAccess "seats"
  }

  public int read() {
    try (Closer held = latches.read()) {
      return version;
    }
  }

  public void write() {
    try (Closer held = latches.write()) {
      version++;
    }
  }

  public void writeForReading() {
    try (Closer held = latches.read()) {
      version++; // want UnguardedAccess "for reading only"
    }
  }

  public void sections() {
    try (Section a = atLeft.enter();
        Section b = atRight.enter()) {
      lefts++;
      rights++;
    }
  }

  public void otherSection() {
    try (Section held = atLeft.enter()) {
      rights++; // want UnguardedAccess "rights"
    }
  }

  public void madeHere() {
    try (Section held = new Section(left).enter()) {
      lefts++;
    }
    try (Section held = new Section(right).enter()) {
      lefts++; // want UnguardedAccess "lefts"
    }
  }

  public void sides() {
    try (Section held = writing.enter()) {
      epoch++;
    }
    try (Section held = reading.enter()) {
      epoch++; // want UnguardedAccess "for reading only"
    }
  }

  /** Its lock is its own affair. */
  public void inJournal() {
    journal.append();
    journal.lock.lock();
    try {
      pages++; // want UnguardedAccess "pages"
    } finally {
      journal.lock.unlock();
    }
    synchronized (journal) {
      pages++;
    }
  }
}
