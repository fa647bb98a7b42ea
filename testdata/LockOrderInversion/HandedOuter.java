package cases.lockorderinversion;

/** An inner object is handed the object around it, and so knows it by two names. */
public class HandedOuter {

  static class Manager {
    private final Object sockets = new Object();
    private final Reconnector reconnector = new Reconnector(this);
    private int connected;

    private class Reconnector {
      private final Manager owner;

      Reconnector(Manager owner) {
        this.owner = owner;
      }

      void reconnect() {
        synchronized (owner) {
          synchronized (sockets) {
            count();
          }
        }
      }
    }

    synchronized void count() {
      connected++;
    }

    void start() {
      reconnector.reconnect();
    }
  }

  /** Handed another one: the second acquisition is a new one. */
  static class Pair {
    private final Object sockets = new Object();
    private int connected;

    private class Link {
      private final Pair peer;

      Link(Pair peer) {
        this.peer = peer;
      }

      void join() {
        synchronized (peer) {
          synchronized (sockets) { // want LockOrderInversion "sockets"
            count();
          }
        }
      }
    }

    Link with(Pair peer) {
      return new Link(peer);
    }

    synchronized void count() {
      connected++;
    }
  }
}
