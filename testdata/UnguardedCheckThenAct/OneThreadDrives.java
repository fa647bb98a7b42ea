package cases.uncheckedcheckthenact;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** State that is volatile because others look on, while one thread at a time drives it. */
public class OneThreadDrives {
  enum Part {
    SIZE,
    BODY,
    TRAILER,
    DONE
  }

  /** A decoder: every step moves volatile state on, and none locks. */
  static class Decoder {
    private volatile Part part = Part.SIZE;
    private volatile int digits;
    private volatile int left;
    private volatile boolean closed;
    private volatile StringBuilder trailer;

    void size(int digit) {
      if (part == Part.SIZE) {
        if (digits > 8) {
          part = Part.DONE;
        }
        left = left * 16 + digit;
        digits = digits + digit;
      }
    }

    void body() {
      if (part == Part.BODY) {
        if (left == 1) {
          part = Part.TRAILER;
        }
        left = Math.max(left - 1, 0);
      }
    }

    void skip() {
      if (part == Part.BODY && left > 0) {
        left = left - 1;
        digits = 0;
      }
    }

    void trailer(int length) {
      if (part == Part.TRAILER) {
        if (length == 0) {
          part = Part.DONE;
        }
        left = left - length;
        digits = digits + 1;
      }
    }

    void reset(int size) {
      if (closed) {
        return;
      }
      if (part != Part.SIZE) {
        part = Part.SIZE;
        left = left + size;
      }
      if (digits > 0) {
        digits = digits - 1;
      }
    }

    void finish(Runnable end) {
      if (!closed) {
        closed = true;
        part = Part.DONE;
        end.run();
      }
    }

    void again(Runnable more) {
      if (part == Part.DONE) {
        more.run();
        part = Part.SIZE;
        digits = 0;
      }
    }

    /** What is made when missing may be made twice all the same. */
    StringBuilder trailer() {
      if (trailer == null) {
        trailer = new StringBuilder(left); // want UnguardedCheckThenAct "trailer"
      }
      return trailer;
    }
  }

  /** A few transitions are no machine that somebody drives: their lock was forgotten. */
  static class Service {
    private volatile Part phase = Part.SIZE;
    private volatile boolean open;

    void start(Runnable begin) {
      if (phase == Part.SIZE) {
        phase = Part.BODY; // want UnguardedCheckThenAct "phase"
        begin.run();
      }
    }

    void stop(Runnable end) {
      if (phase == Part.BODY) {
        phase = Part.DONE; // want UnguardedCheckThenAct "phase"
        end.run();
      }
    }

    void restart(Runnable begin) {
      if (phase == Part.DONE) {
        phase = Part.BODY; // want UnguardedCheckThenAct "phase"
        begin.run();
      }
    }

    void open(Runnable begin) {
      if (!open) {
        open = true; // want UnguardedCheckThenAct "open"
        begin.run();
      }
    }
  }

  /** One such step alone shows nothing. */
  static class Connection {
    private volatile boolean closed;

    void close(Runnable release) {
      if (!closed) {
        closed = true; // want UnguardedCheckThenAct "closed"
        release.run();
      }
    }
  }

  /** Nobody is kept from trying as long as nothing failed. */
  static class Fallible {
    private final AtomicBoolean supported = new AtomicBoolean(true);
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean broken;

    void configure(InputStream in) {
      if (supported.get()) {
        try {
          in.transferTo(System.out);
        } catch (IOException e) {
          supported.set(false);
        }
      }
    }

    int read(InputStream in) throws IOException {
      if (broken) {
        return -1;
      }
      try {
        return in.read();
      } catch (IOException e) {
        broken = true;
        throw e;
      }
    }

    void start(Runnable work) {
      if (!started.get()) {
        started.set(true); // want UnguardedCheckThenAct "started"
        work.run();
      }
    }
  }

  /** A store that only orders is for the one who writes. */
  static class Once {
    private final AtomicReference<String> result = new AtomicReference<>();
    private final AtomicReference<String> owner = new AtomicReference<>();

    void complete(String value, Runnable then) {
      if (result.get() == null) {
        result.lazySet(value);
        then.run();
      }
    }

    void claim(String name, Runnable then) {
      if (owner.get() == null) {
        owner.set(name); // want UnguardedCheckThenAct "owner"
        then.run();
      }
    }
  }

  /** To look whether the flag is to be raised changes nothing. */
  static class Endpoint {
    private static final Set<String> SUBSCRIBING = Set.of("subscribe", "psubscribe");
    private volatile boolean subscribed;
    private volatile boolean announced;

    void write(String command) {
      if (!subscribed && SUBSCRIBING.contains(command)) {
        subscribed = true;
      }
    }

    void announce(String command, Set<String> seen) {
      if (!announced && seen.add(command)) {
        announced = true; // want UnguardedCheckThenAct "announced"
      }
    }
  }

  /** The helper looks for itself: what is before the call only saves it. */
  static class Channel {
    private volatile boolean broken;

    void write(byte[] data, Runnable failed) {
      if (broken) {
        return;
      }
      if (data.length == 0) {
        fail(failed);
      }
    }

    private void fail(Runnable failed) {
      if (!broken) {
        broken = true; // want UnguardedCheckThenAct "broken"
        failed.run();
      }
    }
  }

  /** The state of an exchange: its connection's thread moves it on, step by step. */
  static class Exchange {
    private final AtomicReference<Part> request = new AtomicReference<>(Part.SIZE);
    private final AtomicReference<Part> response = new AtomicReference<>(Part.SIZE);
    private final AtomicReference<String> owner = new AtomicReference<>();

    void send(Runnable commit) {
      if (request.get() == Part.SIZE) {
        request.set(Part.BODY);
        commit.run();
      } else if (request.get() == Part.BODY) {
        request.set(Part.TRAILER);
        commit.run();
      }
    }

    void sent(Runnable commit) {
      if (request.get() == Part.TRAILER) {
        request.set(Part.DONE);
        commit.run();
      }
    }

    void receive(Runnable consume) {
      if (response.get() != Part.SIZE) {
        throw new IllegalStateException("unexpected head");
      }
      response.set(Part.BODY);
      consume.run();
    }

    void received(Runnable consume) {
      if (response.get() == Part.BODY) {
        response.set(Part.DONE);
        consume.run();
      }
    }

    boolean timeout(Runnable retry) {
      if (request.get() == Part.TRAILER) {
        request.set(Part.SIZE);
        retry.run();
        return true;
      }
      return false;
    }

    void claim(String name, Runnable then) {
      if (owner.get() == null) {
        owner.set(name); // want UnguardedCheckThenAct "owner"
        then.run();
      }
    }
  }

  /** Who raises a flag claims something, however often the class does so. */
  static class Reconnecting {
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final AtomicBoolean closing = new AtomicBoolean();

    void connect(Runnable dial) {
      if (!connecting.get()) {
        try {
          connecting.set(true); // want UnguardedCheckThenAct "connecting"
          dial.run();
        } finally {
          connecting.set(false);
        }
      }
    }

    void reconnect(Runnable hangUp, Runnable dial) {
      if (!connecting.get()) {
        try {
          connecting.set(true); // want UnguardedCheckThenAct "connecting"
          hangUp.run();
          dial.run();
        } finally {
          connecting.set(false);
        }
      }
    }

    void lost(Runnable dial) {
      if (!connecting.get()) {
        try {
          connecting.set(true); // want UnguardedCheckThenAct "connecting"
          dial.run();
        } finally {
          connecting.set(false);
        }
      }
    }

    void close(Runnable hangUp) {
      if (!closing.get()) {
        closing.set(true); // want UnguardedCheckThenAct "closing"
        hangUp.run();
      }
    }
  }

  /** The same few steps in atomics are a forgotten compare-and-set. */
  static class Job {
    private final AtomicReference<Part> phase = new AtomicReference<>(Part.SIZE);

    void start(Runnable begin) {
      if (phase.get() == Part.SIZE) {
        phase.set(Part.BODY); // want UnguardedCheckThenAct "phase"
        begin.run();
      }
    }

    /** One test, and whichever way is taken: that is one finding. */
    void stop(boolean now, Runnable end) {
      if (phase.get() == Part.BODY) {
        if (now) {
          phase.set(Part.DONE); // want UnguardedCheckThenAct "phase"
          return;
        }
        end.run();
        phase.set(Part.TRAILER);
      }
    }
  }

  /** One object, though its class stands in two parts; others lock to look on, not to change. */
  abstract static class Duplexer {
    private volatile Part state = Part.SIZE;
    private volatile StringBuilder details;

    abstract void end();

    void connected(Runnable begin) {
      if (state == Part.SIZE) {
        state = Part.BODY;
        begin.run();
      }
    }

    void shutdown(Runnable flush) {
      if (state == Part.BODY) {
        state = Part.TRAILER;
        flush.run();
        end();
      }
    }

    StringBuilder details() {
      if (details == null) {
        details = new StringBuilder(); // want UnguardedCheckThenAct "details"
      }
      return details;
    }
  }

  static class ClientDuplexer extends Duplexer {
    private volatile Runnable incoming;
    private volatile Runnable outgoing;

    void execute(Runnable next) {
      outgoing = next;
      incoming = next;
    }

    @Override
    void end() {
      if (incoming != null) {
        incoming.run();
        incoming = null;
      }
      if (outgoing != null) {
        outgoing.run();
        outgoing = null;
      }
    }

    /** What is emptied again is no cache. */
    void next(Runnable queued) {
      if (incoming == null) {
        incoming = queued;
      }
    }

    void disconnected(Runnable failed) {
      if (incoming != null) {
        failed.run();
        incoming = null;
      }
      if (outgoing != null) {
        failed.run();
        outgoing = null;
      }
    }

    synchronized boolean idle() {
      return incoming == null && outgoing == null;
    }
  }

  /** Here those who change it lock: what does not is a mistake. */
  static class Pump {
    private volatile Runnable task;

    synchronized void set(Runnable next) {
      task = next;
    }

    void stop(Runnable end) {
      if (task != null) {
        end.run();
        task = null; // want UnguardedCheckThenAct "task"
      }
    }
  }
}
