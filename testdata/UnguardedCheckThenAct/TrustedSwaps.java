package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** What follows a compare-and-set goes on as if it had succeeded. */
class TrustedSwaps {
  static final class Client {
    void connect() {}
  }

  private final AtomicReference<Client> client = new AtomicReference<>();
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicLong longest = new AtomicLong();
  private int runs;

  Client client() {
    Client known = client.get();
    if (known == null) {
      known = new Client();
      client.compareAndSet(null, known); // want UnguardedCheckThenAct "client"
    }
    return known;
  }

  Client clientRight() {
    Client known = client.get();
    if (known == null) {
      client.compareAndSet(null, new Client());
      known = client.get();
    }
    return known;
  }

  Client clientByResult() {
    Client known = client.get();
    if (known == null) {
      Client fresh = new Client();
      known = client.compareAndSet(null, fresh) ? fresh : client.get();
    }
    return known;
  }

  void start() {
    if (!started.get()) {
      started.compareAndSet(false, true); // want UnguardedCheckThenAct "started"
      boot();
    }
  }

  void startRight() {
    if (!started.get() && started.compareAndSet(false, true)) {
      boot();
    }
  }

  /** Nothing follows. */
  void mark() {
    if (!started.get()) {
      started.compareAndSet(false, true);
    }
  }

  void took(long nanos) {
    long known = longest.get();
    if (nanos > known) {
      longest.compareAndSet(known, nanos); // want UnguardedCheckThenAct "longest"
    }
  }

  void tookRight(long nanos) {
    long known = longest.get();
    while (nanos > known && !longest.compareAndSet(known, nanos)) {
      known = longest.get();
    }
  }

  void stop() {
    started.set(false);
    client.set(null);
    longest.set(0);
  }

  private void boot() {
    synchronized (this) {
      runs++;
    }
  }
}
