package cases.unguardedcheckthenact;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** Fields that are looked at twice, while another method forgets what they held. */
public class VanishedFields {

  static class Connection {
    final StringBuilder sent = new StringBuilder();

    synchronized void send(String text) {
      sent.append(text);
    }

    void close() {}
  }

  /** Whoever loses the connection forgets it. */
  static class Client {
    private volatile Connection connection;
    private volatile Connection spare;

    void open() {
      connection = new Connection();
      spare = new Connection();
    }

    void lost() {
      connection = null;
    }

    void send(String text) {
      if (connection != null) {
        connection.send(text); // want UnguardedCheckThenAct "connection"
      }
    }

    boolean sendAtAll(String text) {
      if (connection == null) {
        return false;
      }
      connection.send(text); // want UnguardedCheckThenAct "connection"
      return true;
    }

    int length() {
      return connection == null
          ? 0
          : connection.sent.length(); // want UnguardedCheckThenAct "connection"
    }

    void sendCopy(String text) {
      Connection current = connection;
      if (current != null) {
        current.send(text);
      }
    }

    void sendAgain(String text) {
      if (connection != null) {
        Connection current = connection;
        if (current != null) {
          current.send(text);
        }
      }
    }

    void sendOrFail(String text) {
      if (connection != null) {
        try {
          connection.send(text);
        } catch (NullPointerException e) {
          throw new IllegalStateException("lost", e);
        }
      }
    }

    boolean ping() {
      if (connection != null) {
        try {
          connection.send("ping");
          return true;
        } catch (Exception e) {
          return false;
        }
      }
      return false;
    }

    /** Never forgotten. */
    void sendSpare(String text) {
      if (spare != null) {
        spare.send(text);
      }
    }

    boolean open(String text) {
      return connection != null;
    }
  }

  /** Only the method that looks forgets it. */
  static class Once {
    private volatile Runnable hook = () -> {};

    void run() {
      if (hook != null) {
        hook.run();
        hook = null; // want UnguardedCheckThenAct "hook"
      }
    }

    void set(Runnable next) {
      hook = next;
    }
  }

  /** All steps belong to one loop. */
  static class Worker implements Runnable {
    private volatile Connection connection;
    private volatile boolean stopped;

    @Override
    public void run() {
      while (!stopped) {
        begin();
        send();
        end();
      }
    }

    private void begin() {
      connection = new Connection();
    }

    private void send() {
      if (connection != null) {
        connection.send("tick");
      }
    }

    private void end() {
      connection = null;
    }

    void stop() {
      stopped = true;
    }
  }

  /** One lock for all. */
  static class Locked {
    private Connection connection;

    synchronized void open() {
      connection = new Connection();
    }

    synchronized void lost() {
      connection = null;
    }

    synchronized void send(String text) {
      if (connection != null) {
        connection.send(text);
      }
    }

    void sendUnlocked(String text) {
      if (connection != null) {
        connection.send(text); // want UnguardedCheckThenAct "connection"
      }
    }
  }

  /** All on one thread. */
  static class Serial {
    private final ExecutorService loop = Executors.newSingleThreadExecutor();
    private volatile Connection connection;

    Future<?> open() {
      return loop.submit(() -> connection = new Connection());
    }

    Future<?> lost() {
      return loop.submit(() -> connection = null);
    }

    Future<?> send(String text) {
      return loop.submit(
          () -> {
            if (connection != null) {
              connection.send(text);
            }
          });
    }
  }

  /** Nobody else shares it, as far as the class shows. */
  static class Plain {
    private Connection connection = new Connection();

    void lost() {
      connection = null;
    }

    void send(String text) {
      if (connection != null) {
        connection.send(text);
      }
    }
  }

  /** One step takes it away. */
  static class Swapped {
    private final AtomicReference<Connection> connection = new AtomicReference<>();

    void lost() {
      Connection last = connection.getAndSet(null);
      if (last != null) {
        last.close();
      }
    }
  }

  /** Stopped while others ask: the first few places are told, and how many there are besides. */
  static class Pool {
    private volatile ExecutorService executor;

    void start() {
      executor = Executors.newFixedThreadPool(4);
    }

    void stop() {
      executor = null;
    }

    boolean isShutdown() {
      return executor != null && executor.isShutdown(); // want UnguardedCheckThenAct
    }

    boolean isTerminated() {
      return executor != null && executor.isTerminated(); // want UnguardedCheckThenAct
    }

    void execute(Runnable task) {
      if (executor != null) {
        executor.execute(task); // want UnguardedCheckThenAct "2 more like this in the class"
      }
    }

    void submit(Runnable task) {
      if (executor != null) {
        executor.execute(() -> task.run());
      }
    }

    int drop() {
      return executor == null ? 0 : executor.shutdownNow().size();
    }
  }

  static class Shapes {
    private volatile Object shape;

    int size() {
      if (shape instanceof String) {
        return ((String) shape).length(); // want UnguardedCheckThenAct "shape"
      }
      return 0;
    }

    int sizeOfOther() {
      if (!(shape instanceof String)) {
        return 0;
      }
      return ((String) shape).length(); // want UnguardedCheckThenAct "shape"
    }

    int sizeOnce() {
      return shape instanceof String text ? text.length() : 0;
    }

    void clear() {
      shape = null;
    }
  }
}
