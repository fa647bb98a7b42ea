package cases.lockorderviolation;

import org.lockkeeper.annotations.LockOrder;

/** Under {@code --strict}, where an order is declared, nesting that it does not mention is reported. */
@LockOrder({"fleet", "car"})
public class Undeclared_strict {
  private final Object fleet = new Object();
  private final Object car = new Object();
  private final Object fuel = new Object();
  private int trips;

  void drive() {
    synchronized (fleet) {
      synchronized (car) {
        trips++;
      }
    }
  }

  void refuel() {
    synchronized (car) {
      synchronized (fuel) { // want LockOrderViolation "fuel"
        trips = 0;
      }
    }
  }

  void idle() {
    synchronized (fuel) {
      trips--;
    }
  }
}
