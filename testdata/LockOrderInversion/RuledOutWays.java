package cases.lockorderinversion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Ways to a lock that need a setting to be on and off at once, or on for one thread and off for the other. */
public class RuledOutWays {

  /** The helper takes the second lock only when the caller would not have called it. */
  static class Dispatcher {
    private final Object pending = new Object();
    private final Object round = new Object();
    private final Deque<String> messages = new ArrayDeque<>();
    private boolean optimized;
    private int rounds;

    public void setOptimized(boolean optimized) {
      this.optimized = optimized;
    }

    public void subscribe(String name) {
      synchronized (pending) {
        messages.add(name);
        if (!optimized) {
          wakeUp();
        }
      }
      if (optimized) {
        wakeUp();
      }
    }

    private void wakeUp() {
      if (optimized) {
        dispatch();
      } else {
        rounds++;
      }
    }

    public void dispatch() {
      synchronized (round) {
        synchronized (pending) {
          messages.poll();
        }
      }
    }
  }

  /** One of the two is wrong: the test is for the same value. */
  static class EagerDispatcher {
    private final Object pending = new Object();
    private final Object round = new Object();
    private final Deque<String> messages = new ArrayDeque<>();
    private boolean optimized;

    public void setOptimized(boolean optimized) {
      this.optimized = optimized;
    }

    public void subscribe(String name) {
      synchronized (pending) {
        messages.add(name);
        if (optimized) {
          wakeUp(); // want LockOrderInversion "round"
        }
      }
    }

    private void wakeUp() {
      if (optimized) {
        dispatch();
      }
    }

    public void run() {
      dispatch();
    }

    public void dispatch() {
      synchronized (round) {
        synchronized (pending) {
          messages.poll();
        }
      }
    }
  }

  /** A state, no setting: it changes while both are at work. */
  static class Gearbox {
    private final Object clutch = new Object();
    private final Object gears = new Object();
    private boolean moving;
    private int gear;

    public void engage() {
      synchronized (clutch) {
        if (!moving) {
          moving = true;
          synchronized (gears) { // want LockOrderInversion "gears"
            gear++;
          }
        }
      }
    }

    public void release() {
      synchronized (gears) {
        gear = 0;
        if (moving) {
          stop();
        }
      }
    }

    private void stop() {
      synchronized (clutch) {
        moving = false;
      }
    }
  }

  /** In an asynchronous session only the one order occurs, in others only the other. */
  static class Session {
    private final boolean async;
    private final Executor executor = new Executor(this);
    private final Consumer consumer = new Consumer(executor);

    Session(boolean async) {
      this.async = async;
    }

    boolean isAsync() {
      return async;
    }
  }

  static class Executor {
    private final Session session;
    private Thread runner;

    Executor(Session session) {
      this.session = session;
    }

    void wakeUp() {
      if (session.isAsync()) {
        synchronized (this) {
          runner = Thread.currentThread();
        }
      } else {
        session.consumer.deliver();
      }
    }

    synchronized void start() {
      runner = null;
      wakeUp();
    }
  }

  static class Consumer {
    private final Executor executor;
    private final Object inbox = new Object();
    private int delivered;

    Consumer(Executor executor) {
      this.executor = executor;
    }

    void deliver() {
      synchronized (inbox) {
        delivered++;
      }
    }

    void redeliver() {
      synchronized (inbox) {
        delivered--;
        executor.wakeUp();
      }
    }
  }

  /** The argument decides. */
  static class Register {
    private final Object names = new Object();
    private final Object log = new Object();
    private final List<String> lines = new ArrayList<>();
    private int count;

    void enter(String name) {
      synchronized (names) {
        count++;
        note(name, false);
      }
    }

    void print() {
      note("count", true);
    }

    private void note(String text, boolean counted) {
      if (counted) {
        synchronized (log) {
          synchronized (names) {
            lines.add(text + count);
          }
        }
      } else {
        lines.add(text);
      }
    }
  }

  /** Here the argument asks for it. */
  static class LoudRegister {
    private final Object names = new Object();
    private final Object log = new Object();
    private final List<String> lines = new ArrayList<>();
    private int count;

    void enter(String name) {
      synchronized (names) {
        count++;
        note(name, true); // want LockOrderInversion "log"
      }
    }

    private void note(String text, boolean counted) {
      if (counted) {
        synchronized (log) {
          lines.add(text);
        }
      }
    }

    void print() {
      synchronized (log) {
        synchronized (names) {
          lines.add("count" + count);
        }
      }
    }
  }

  /** What kind of command it is decides what is done. */
  static class Command {
    boolean isControl() {
      return false;
    }
  }

  static class Control extends Command {
    @Override
    boolean isControl() {
      return true;
    }
  }

  static class Transport {
    private final Object reconnect = new Object();
    private final Object backups = new Object();
    private int sent;
    private int spare;

    void send() {
      synchronized (reconnect) {
        sent++;
        process(new Command());
      }
    }

    void rebuild() {
      synchronized (backups) {
        synchronized (reconnect) {
          spare = sent;
        }
      }
    }

    void refresh() {
      process(new Control());
    }

    private void process(Command command) {
      if (command.isControl()) {
        synchronized (backups) {
          spare++;
        }
      }
    }
  }

  static class ControlledTransport {
    private final Object reconnect = new Object();
    private final Object backups = new Object();
    private int sent;
    private int spare;

    void send() {
      synchronized (reconnect) {
        sent++;
        process(new Control()); // want LockOrderInversion "backups"
      }
    }

    void rebuild() {
      synchronized (backups) {
        synchronized (reconnect) {
          spare = sent;
        }
      }
    }

    private void process(Command command) {
      if (command.isControl()) {
        synchronized (backups) {
          spare++;
        }
      }
    }
  }

  /** The case decides. */
  enum Action {
    ACK,
    CLOSE,
    READ
  }

  static class Processor {
    private static final int ACK = 1;
    private static final int READ = 2;

    private final Object state = new Object();
    private final Object out = new Object();
    private int acks;
    private int reads;

    void ready() {
      synchronized (state) {
        act(READ);
      }
    }

    void act(int action) {
      switch (action) {
        case ACK:
          acknowledge();
          break;
        case READ:
          reads++;
          break;
        default:
          acknowledge();
      }
    }

    private void acknowledge() {
      synchronized (out) {
        acks++;
      }
    }

    void flush() {
      synchronized (out) {
        synchronized (state) {
          acks--;
        }
      }
    }
  }

  static class ComparingProcessor {
    private final Object state = new Object();
    private final Object out = new Object();
    private int acks;
    private int reads;

    void ready() {
      synchronized (state) {
        act(Action.READ);
      }
    }

    void act(Action action) {
      if (action == Action.READ) {
        reads++;
      } else {
        acknowledge();
      }
    }

    private void acknowledge() {
      synchronized (out) {
        acks++;
      }
    }

    void flush() {
      synchronized (out) {
        synchronized (state) {
          acks--;
        }
      }
    }
  }

  /** The first case is another one, but this one gets there, too. */
  static class LoudProcessor {
    private final Object state = new Object();
    private final Object out = new Object();
    private int acks;
    private int reads;

    void ready() {
      synchronized (state) {
        act(Action.READ); // want LockOrderInversion "out"
      }
    }

    void act(Action action) {
      switch (action) {
        case ACK:
          acknowledge();
          break;
        case READ:
          reads++;
          acknowledge();
          break;
        default:
          reads--;
      }
    }

    private void acknowledge() {
      synchronized (out) {
        acks++;
      }
    }

    void flush() {
      synchronized (out) {
        synchronized (state) {
          acks--;
        }
      }
    }
  }
}
