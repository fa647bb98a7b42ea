package cases.lockorderviolation.packageorder;

/** Turns. */
public class Engine {
  final Object core = new Object();
  private int speed;

  void rev(Gearbox gearbox) {
    synchronized (core) {
      speed += gearbox.gear();
    }
  }

  int speed() {
    synchronized (core) {
      return speed;
    }
  }
}
