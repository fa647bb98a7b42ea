package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;

/** Whom a callback locks depends on what is passed, and an object's class on who locks it. */
public class PassedOn {

  /** Gets back what was stored. */
  interface Recovery {
    void recovered(String message);
  }

  /** Stores messages, and hands them out under its monitor. */
  static class Store {
    private final List<String> messages = new ArrayList<>();

    synchronized void add(String message) {
      messages.add(message);
    }

    synchronized void recover(Recovery to) {
      replay(to);
    }

    private void replay(Recovery to) {
      for (String each : messages) {
        to.recovered(each);
      }
    }
  }

  /** Keeps what it gets to itself: its monitor is always the inner one. */
  static class Cursor implements Recovery {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void recovered(String message) {
      synchronized (seen) {
        seen.add(message);
      }
    }

    void fill(Store from) {
      from.recover(this);
    }
  }

  /** Forwards to the store under its own monitor, but is never passed to one. */
  static class Forwarder implements Recovery {
    private final Store store = new Store();

    @Override
    public synchronized void recovered(String message) {
      System.out.println(message);
    }

    synchronized void forward(String message) {
      store.add(message);
    }
  }

  /** Another store, for one journal. */
  static class Archive {
    private final List<String> messages = new ArrayList<>();

    synchronized void add(String message) {
      messages.add(message);
    }

    synchronized void recover(Recovery to) {
      replay(to); // want LockOrderInversion "store"
    }

    private void replay(Recovery to) {
      for (String each : messages) {
        to.recovered(each);
      }
    }
  }

  /** Passes itself, and stores under its own monitor. */
  static class Journal implements Recovery {
    private final Archive store = new Archive();
    private int size;

    @Override
    public synchronized void recovered(String message) {
      size++;
    }

    synchronized void append(String message) {
      store.add(message);
    }

    void open() {
      store.recover(this);
    }
  }

  /** A third store, for ledgers. */
  static class Vault {
    private final List<String> messages = new ArrayList<>();

    synchronized void add(String message) {
      messages.add(message);
    }

    synchronized void recover(Recovery to) {
      for (String each : messages) {
        to.recovered(each);
      }
    }
  }

  /** Is locked already when it passes itself. */
  static class Ledger implements Recovery {
    private final Vault vault = new Vault();
    private int size;

    @Override
    public synchronized void recovered(String message) {
      size++;
    }

    synchronized void append(String message) {
      vault.add(message);
    }

    synchronized void open() {
      fill();
    }

    protected void fill() {
      vault.recover(this);
    }
  }

  /** A part of a composite. */
  abstract static class Part {
    abstract void put(String message);

    abstract void halt();
  }

  /** Holds parts, locks itself first and then them. */
  static class Composite extends Part {
    private final Part first = new Leaf();
    private final List<Part> others = new ArrayList<>(List.of(new Leaf()));

    @Override
    synchronized void put(String message) {
      first.put(message);
    }

    @Override
    synchronized void halt() {
      for (Part each : others) {
        each.halt();
      }
    }
  }

  /** Locks nothing but itself. */
  static class Leaf extends Part {
    private String last = "";

    @Override
    synchronized void put(String message) {
      last = message;
    }

    @Override
    synchronized void halt() {
      last = "";
    }
  }
}
