package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;

/** Nestings that cannot meet for reasons that are not seen yet. */
public class UnseenReasons {

  interface Encoder {
    void complete();
  }

  /** The field only ever holds encoders without a lock. */
  static class Duplexer {
    private final Object session = new Object();
    private final Encoder body;
    private int completed;

    Duplexer() {
      this.body = new PlainEncoder();
    }

    void end() {
      synchronized (session) {
        body.complete();
      }
    }

    void submit() {
      synchronized (session) {
        completed++;
      }
    }
  }

  static class PlainEncoder implements Encoder {
    private int completed;

    @Override
    public void complete() {
      completed++;
    }
  }

  static class DelayedEncoder implements Encoder {
    private final Object lock = new Object();
    private final Duplexer channel = new Duplexer();
    private int completed;

    @Override
    public void complete() {
      synchronized (lock) {
        completed++;
      }
    }

    void activate() {
      synchronized (lock) {
        channel.submit();
      }
    }
  }

  /** Who recovers does so before anybody else knows the queue. */
  static class Store {
    private final Object table = new Object();
    private final List<String> kept = new ArrayList<>();

    void falseAlarm_recover(Queue queue) {
      synchronized (table) {
        kept.forEach(queue::add); // want LockOrderInversion "queue.messages"
      }
    }

    void remove(String message) {
      synchronized (table) {
        kept.remove(message);
      }
    }
  }

  static class Queue {
    private final Store store = new Store();
    private final Object messages = new Object();
    private int size;

    void add(String message) {
      synchronized (messages) {
        size++;
      }
    }

    void expire(String message) {
      synchronized (messages) {
        store.remove(message);
      }
    }

    static Queue started() {
      Queue queue = new Queue();
      queue.store.falseAlarm_recover(queue);
      return queue;
    }
  }
}
