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
}
