package cases.nonatomicupdate;

/** A lock that only a superclass elsewhere takes around a hook is no sign of sharing. */
public class HookUnderLock extends SessionProtocol {
  private int announced;
  private int seen;
  private int told;

  /** Called with the protocol's lock held, for the protocol's sake. */
  @Override
  protected void announce() {
    announced = announced + 1;
    seen = 0;
    told = 0;
  }

  /** Called by the one thread that drives the session. */
  public int poll(int news) {
    int total = announced + news;
    announced = total;
    return total;
  }

  public synchronized void reset() {
    seen = 0;
  }

  public int count(int news) {
    int total = seen + news;
    seen = total; // want NonAtomicUpdate "seen"
    return total;
  }

  /** Its own method takes the lock for the sake of what it is told. */
  public synchronized void forget() {
    told = told / 2;
  }

  public void tell() {
    told++; // want NonAtomicUpdate "told"
  }
}

/** Joins a group; a thread of its own reads the state. */
abstract class SessionProtocol {
  private int generation;
  private final Thread heartbeat = new Thread(this::beat);

  protected abstract void announce();

  public void open() {
    heartbeat.start();
  }

  public void join() {
    synchronized (this) {
      generation++;
      announce();
    }
  }

  private void beat() {
    synchronized (this) {
      generation = generation + 0;
    }
  }
}
