package cases.unguardedcheckthenact;

/** Objects that belong to the thread that they keep, and ask whether it is the one that runs. */
public class KeptThreads {

  /** All changes ask first, each in its own way. */
  static class Strand {
    private final Thread owner;
    private volatile Object current;
    private volatile Object session;

    Strand(Thread owner) {
      this.owner = owner;
    }

    void enter() {
      if (Thread.currentThread() != owner) {
        throw new IllegalStateException("wrong thread");
      }
      if (current == null) {
        current = new Object();
      }
    }

    void leave() {
      check();
      if (current != null) {
        System.gc();
        current = null;
      }
    }

    boolean tryLeave() {
      if (!mine()) {
        return false;
      }
      if (current != null) {
        System.gc();
        current = null;
      }
      return true;
    }

    Object peek() {
      return current;
    }

    private void check() {
      if (!owner.equals(Thread.currentThread())) {
        throw new IllegalStateException("wrong thread");
      }
    }

    private boolean mine() {
      return Thread.currentThread() == owner;
    }

    /** A field that others set as well. */
    void open() {
      if (mine() && session == null) {
        session = new Object(); // want UnguardedCheckThenAct "session"
      }
    }

    void close() {
      if (session != null) {
        System.gc();
        session = null; // want UnguardedCheckThenAct "session"
      }
    }
  }

  /** Asks for the wrong answer: what is forbidden is the object's own thread. */
  static class Waited {
    private final Thread worker;
    private volatile Object result;

    Waited(Thread worker) {
      this.worker = worker;
    }

    Object await() {
      if (Thread.currentThread() == worker) {
        throw new IllegalStateException("would wait for itself");
      }
      if (result == null) {
        result = new Object(); // want UnguardedCheckThenAct "result"
      }
      return result;
    }
  }

  /** Knows the thread that it calls from, so that calls from within wait for their turn. */
  static class Sender {
    private volatile Thread calling;
    private volatile Thread last;

    void send(Runnable done) {
      if (calling == Thread.currentThread()) {
        later(done);
        return;
      }
      calling = Thread.currentThread();
      try {
        done.run();
      } finally {
        calling = null;
      }
    }

    /** What no thread has yet may be had by two. */
    void claim(Runnable done) {
      if (last == null) {
        last = Thread.currentThread(); // want UnguardedCheckThenAct "last"
        done.run();
      }
    }

    private void later(Runnable done) {
      System.out.println(done);
    }
  }
}
