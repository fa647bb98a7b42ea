package cases.uncheckedcheckthenact;

import java.io.Closeable;

/** A volatile field makes the state visible, not the transition atomic. */
public class ServiceState implements Closeable {
  enum State {
    NEW,
    RUNNING,
    CLOSED
  }

  private volatile State state = State.NEW;
  private volatile boolean closed;
  private volatile Thread owner;
  private volatile boolean running = true;

  public void start() {
    if (state != State.NEW) {
      throw new IllegalStateException("already started");
    }
    state = State.RUNNING; // want UnguardedCheckThenAct "state"
    boot();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true; // want UnguardedCheckThenAct "closed"
      shutDown();
    }
  }

  public boolean tryOwn() {
    if (owner == null) {
      owner = Thread.currentThread(); // want UnguardedCheckThenAct "owner"
      return true;
    }
    return false;
  }

  /** A worker's loop: ending it twice is ending it once. */
  public void work() {
    while (running) {
      if (!step()) {
        running = false;
      }
    }
  }

  public void stop() {
    running = false;
  }

  public String describe() {
    return state == State.CLOSED ? "closed" : "open";
  }

  private void boot() {}

  private void shutDown() {
    System.out.println("closed");
  }

  private boolean step() {
    return Thread.currentThread().isAlive();
  }
}
