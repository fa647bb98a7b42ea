package cases.unguardedcheckthenact;

import java.util.concurrent.Executor;

/** Setting up an object that is not shared yet. */
public class BuilderSteps {
  /** Each call gives the builder back. */
  public abstract static class Bootstrap<B extends Bootstrap<B>> {
    private volatile Executor group;
    private volatile Runnable handler;
    private volatile Runnable last;
    private volatile Executor fallback;

    @SuppressWarnings("unchecked")
    private B self() {
      return (B) this;
    }

    public B group(Executor to) {
      if (group != null) {
        throw new IllegalStateException("group set already");
      }
      group = to;
      return self();
    }

    public Bootstrap<B> handler(Runnable to) {
      if (handler != null) {
        throw new IllegalStateException("handler set already");
      }
      handler = to;
      return this;
    }

    /** Whoever comes second is told so, but by nothing that it gave. */
    public Bootstrap<B> start() {
      if (last != null) {
        throw new IllegalStateException("started already");
      }
      last = new Thread(handler); // want UnguardedCheckThenAct "last"
      return this;
    }

    /** No builder step: it gives back something else. */
    public Executor fallback(Executor to) {
      if (fallback != null) {
        throw new IllegalStateException("fallback set already");
      }
      fallback = to; // want UnguardedCheckThenAct "fallback"
      return group;
    }
  }

  /** Others lock, so it is no setting up. */
  public static class Session {
    private volatile Runnable listener;

    public Session listener(Runnable to) {
      if (listener != null) {
        throw new IllegalStateException("listener set already");
      }
      listener = to; // want UnguardedCheckThenAct "listener"
      return this;
    }

    public synchronized void end() {
      if (listener != null) {
        listener.run();
        listener = null;
      }
    }
  }
}
