package cases.lockorderviolation;

import org.lockkeeper.annotations.LockOrder;

/** Two declarations chain up: ports before hosts before names. */
public class Transitive {

  @LockOrder({"Ports.lock", "Hosts.lock"})
  static class Ports {
    final Object lock = new Object();
    int open;
  }

  @LockOrder({"Hosts.lock", "Names.lock"})
  static class Hosts {
    final Object lock = new Object();
    int up;
  }

  static class Names {
    final Object lock = new Object();
    private final Ports ports;
    private int known;

    Names(Ports ports) {
      this.ports = ports;
    }

    void refresh() {
      synchronized (lock) {
        known++;
        synchronized (ports.lock) { // want LockOrderViolation "Ports"
          ports.open = known;
        }
      }
    }
  }

  static class Scanner {
    private final Ports ports = new Ports();
    private final Names names = new Names(ports);

    int scan() {
      synchronized (ports.lock) {
        synchronized (names.lock) {
          return ports.open + names.known;
        }
      }
    }
  }
}
