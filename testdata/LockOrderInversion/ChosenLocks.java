package cases.lockorderinversion;

/** One lock or another, whichever there is. */
public class ChosenLocks {

  /** Connects under its own lock, and then looks at the peer. */
  static class Manager {
    private final Peer peer;
    private int connected;

    Manager(Peer peer) {
      this.peer = peer;
    }

    synchronized void connect() {
      synchronized (peer.view) {
        connected++;
        peer.seen++;
      }
    }
  }

  /** Takes the manager's lock first, if there is a manager. */
  static class Peer {
    final Object view = new Object();
    int seen;
    private volatile Manager manager;

    void manage() {
      manager = new Manager(this);
      new Thread(manager::connect).start();
    }

    void update() {
      Manager now = manager;
      Object outer = now != null ? now : view;
      synchronized (outer) {
        synchronized (view) {
          seen++;
          if (now != null) {
            now.connect();
          }
        }
      }
    }
  }

  /** The same, with the view first. */
  static class BadManager {
    private final BadPeer peer;
    private int connected;

    BadManager(BadPeer peer) {
      this.peer = peer;
    }

    synchronized void connect() {
      synchronized (peer.view) { // want LockOrderInversion "`this` before `peer.view`"
        connected++;
        peer.seen++;
      }
    }
  }

  /** Chooses, but not among what is taken inside. */
  static class BadPeer {
    final Object view = new Object();
    private final Object spare = new Object();
    int seen;
    private volatile BadManager manager;

    void manage() {
      manager = new BadManager(this);
      new Thread(manager::connect).start();
    }

    void update(boolean busy) {
      BadManager now = manager;
      Object outer = busy ? spare : view;
      synchronized (outer) {
        synchronized (view) {
          seen++;
          if (now != null) {
            now.connect();
          }
        }
      }
    }
  }
}
