package cases.nonatomicupdate;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;

/** Lambdas that know their object by its class's name alone: {@code NamedSelf.this}. */
class NamedSelf {
  class Info {
    private int reads;

    void begin() {
      reads++;
    }

    void end() {
      reads--;
    }
  }

  private final Set<Info> all = new HashSet<>();
  private int started;
  private int ended;

  synchronized void read(Executor executor) {
    Info info = all.iterator().next();
    info.begin();
    executor.execute(
        () -> {
          synchronized (NamedSelf.this) {
            info.end();
          }
        });
  }

  void start(Executor executor) {
    synchronized (this) {
      started++;
    }
    executor.execute(
        () -> {
          synchronized (NamedSelf.this) {
            NamedSelf.this.started++;
          }
        });
  }

  void end(Executor executor) {
    synchronized (this) {
      ended++;
    }
    executor.execute(() -> NamedSelf.this.ended++); // want NonAtomicUpdate "ended"
  }

  synchronized void add() {
    all.add(new Info());
  }

  synchronized int running() {
    return started - ended;
  }
}
