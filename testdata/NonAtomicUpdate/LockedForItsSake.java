package cases.nonatomicupdate;

/** One method takes a lock for nothing but a field, which most others forget. */
class LockedForItsSake {
  private final Object lock = new Object();
  private int hits;
  private int misses;
  private int loads;

  void hit() {
    synchronized (lock) {
      hits++;
    }
  }

  void hitAll(int n) {
    hits += n; // want NonAtomicUpdate "hits"
  }

  void hitTwice() {
    hits += 2; // want NonAtomicUpdate "hits"
  }

  void unhit() {
    hits--; // want NonAtomicUpdate "hits"
  }

  void halve() {
    hits /= 2; // want NonAtomicUpdate "hits"
  }

  void doubled() {
    hits *= 2; // want NonAtomicUpdate "hits"
  }

  /** The lock may be there for what follows. */
  void miss(StringBuffer log) {
    synchronized (lock) {
      misses++;
      log.append("missed");
    }
  }

  void missAll(int n) {
    misses += n;
  }

  void missTwice() {
    misses += 2;
  }

  void unmiss() {
    misses--;
  }

  void halveMisses() {
    misses /= 2;
  }

  void doubleMisses() {
    misses *= 2;
  }

  /** A lock that nobody else could take anyway. */
  void load() {
    loads++;
  }
}
