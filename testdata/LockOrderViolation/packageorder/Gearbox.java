package cases.lockorderviolation.packageorder;

/** Shifts by the engine's speed, which it asks for too late. */
public class Gearbox {
  final Object gears = new Object();
  private final Engine engine;
  private int gear;

  Gearbox(Engine engine) {
    this.engine = engine;
  }

  int gear() {
    return gear;
  }

  void shift() {
    synchronized (gears) {
      gear = engine.speed() / 1000; // want LockOrderViolation "speed"
    }
  }
}
