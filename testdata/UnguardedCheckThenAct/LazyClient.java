package cases.uncheckedcheckthenact;

import java.net.URI;

/** Lazy initialisation of a field that is visibly shared. */
public class LazyClient {
  private static volatile Client shared;
  private volatile Client client;
  private Client backup;
  private final Object lock = new Object();

  public static Client shared() {
    if (shared == null) {
      shared = new Client(URI.create("http://localhost")); // want UnguardedCheckThenAct "shared"
    }
    return shared;
  }

  public Client client() {
    Client c = client;
    if (c == null) {
      c = new Client(URI.create("http://localhost"));
      client = c; // want UnguardedCheckThenAct "client"
    }
    return c;
  }

  public Client inverted() {
    if (client != null) {
      return client;
    }
    client = new Client(URI.create("http://localhost")); // want UnguardedCheckThenAct "client"
    return client;
  }

  public Client ternary() {
    return client != null ? client : (client = new Client(null)); // want UnguardedCheckThenAct "client"
  }

  /** Guarded in {@link #reset}, so somebody thought that it is shared. */
  public Client backup() {
    if (backup == null) {
      backup = new Client(URI.create("http://backup")); // want UnguardedCheckThenAct "backup"
    }
    return backup;
  }

  public void reset() {
    synchronized (lock) {
      backup = null;
    }
  }

  /** Locks, but does not look again: the second thread in line makes a second client. */
  public Client lockWithoutRetest() {
    if (client == null) {
      synchronized (lock) {
        client = new Client(URI.create("http://localhost")); // want UnguardedCheckThenAct "client"
      }
    }
    return client;
  }

  /** Costly and stateful: two of them are one too many. */
  public static final class Client {
    final URI uri;

    Client(URI uri) {
      this.uri = uri;
    }
  }
}
