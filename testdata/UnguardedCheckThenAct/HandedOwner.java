package cases.unguardedcheckthenact;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** A step that all callers make under the object's monitor, one of them by another name of the object. */
public class HandedOwner {

  static class StreamManager {
    private volatile OutputStream stream;
    private int written;

    protected OutputStream stream() {
      if (stream == null) {
        stream = new ByteArrayOutputStream();
      }
      return stream;
    }

    public synchronized void write() {
      written += stream().hashCode();
    }
  }

  static class SocketManager extends StreamManager {
    private int reconnected;

    private class Reconnector extends Thread {
      private final Object owner;

      Reconnector(StreamManager owner) {
        this.owner = owner;
      }

      @Override
      public void run() {
        synchronized (owner) {
          stream();
          reconnected++;
        }
      }
    }

    void reconnect() {
      new Reconnector(this).start();
    }
  }

  /** Here one way forgets the lock. */
  static class LooseManager {
    private volatile OutputStream stream;
    private int written;

    protected OutputStream stream() {
      if (stream == null) {
        stream = new ByteArrayOutputStream(); // want UnguardedCheckThenAct "stream"
      }
      return stream;
    }

    public synchronized void write() {
      written += stream().hashCode();
    }

    public void peek() {
      stream();
    }
  }
}
