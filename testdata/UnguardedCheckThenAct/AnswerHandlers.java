package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Handlers that nobody else can name, called under the lock of the object around them. */
public class AnswerHandlers {
  enum State {
    NEW,
    READY,
    DONE,
    FAILED
  }

  private volatile State state = State.NEW;
  private volatile State reported = State.NEW;
  private final AtomicInteger answers = new AtomicInteger();

  /** Whoever answers calls this. */
  abstract class Handler implements Consumer<String> {
    @Override
    public void accept(String answer) {
      answers.incrementAndGet();
      synchronized (AnswerHandlers.this) {
        handle(answer);
      }
      report(answer);
    }

    abstract void handle(String answer);

    abstract void report(String answer);
  }

  private class Opening extends Handler {
    @Override
    public void handle(String answer) {
      moveTo(State.READY);
    }

    @Override
    public void report(String answer) {
      reportOnce(State.READY);
    }
  }

  private class Closing extends Handler {
    @Override
    public void handle(String answer) {
      moveTo(State.DONE);
    }

    @Override
    public void report(String answer) {
      reportOnce(State.DONE);
    }
  }

  public Consumer<String> opening() {
    return new Opening();
  }

  public Consumer<String> closing() {
    return new Closing();
  }

  public synchronized void fail() {
    moveTo(State.FAILED);
  }

  /** All who call hold the lock, some by way of the handler above them. */
  private void moveTo(State next) {
    if (state == State.DONE) {
      throw new IllegalStateException("done");
    }
    state = next;
  }

  /** Without the lock. */
  private void reportOnce(State next) {
    if (reported == State.DONE) {
      throw new IllegalStateException("reported");
    }
    reported = next; // want UnguardedCheckThenAct "reported"
  }
}
