package cases.nonatomicupdate;

/** Guarded in one method, incremented without the lock in the others. */
public class RequestCounter {
  private final Object lock = new Object();
  private int requests;
  private long bytes;
  private double load;
  private int mask;

  public void plusPlus() {
    requests++; // want NonAtomicUpdate "requests"
  }

  public void prefix() {
    --this.requests; // want NonAtomicUpdate "requests"
  }

  public void assign() {
    requests = requests + 1; // want NonAtomicUpdate "requests"
  }

  public void compound(int n) {
    bytes += n; // want NonAtomicUpdate "bytes"
  }

  public void viaLocal(int n) {
    long now = bytes;
    long next = now + n;
    bytes = next; // want NonAtomicUpdate "bytes"
  }

  public void average(double sample) {
    load = 0.9 * load + 0.1 * sample; // want NonAtomicUpdate "load"
  }

  public void setBit(int bit) {
    mask |= 1 << bit; // want NonAtomicUpdate "mask"
  }

  public void ternary(boolean up) {
    requests = up ? requests + 1 : requests - 1; // want NonAtomicUpdate "requests"
  }

  public void inLoop(Iterable<String> lines) {
    for (String line : lines) {
      bytes += line.length(); // want NonAtomicUpdate "bytes"
    }
  }

  public int ticket() {
    return requests++; // want NonAtomicUpdate "requests"
  }

  public String snapshot() {
    synchronized (lock) {
      return requests + " " + bytes + " " + load + " " + mask;
    }
  }

  public void reset() {
    synchronized (lock) {
      requests = 0;
      bytes = 0;
      load = 0;
      mask = 0;
    }
  }
}
