package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Synchronized methods of two cooperating classes that call each other. */
public class SynchronizedMethods {

  static class Depot {
    private final List<Truck> fleet = new ArrayList<>();
    private final Set<Truck> idle = new HashSet<>();

    synchronized void enlist(Truck truck) {
      fleet.add(truck);
    }

    synchronized void park(Truck truck) {
      idle.add(truck);
    }

    synchronized List<Integer> positions() {
      List<Integer> result = new ArrayList<>();
      for (Truck truck : fleet) {
        result.add(truck.position()); // want LockOrderInversion "truck"
      }
      return result;
    }
  }

  static class Truck {
    private final Depot home;
    private int position;

    Truck(Depot home) {
      this.home = home;
    }

    synchronized int position() {
      return position;
    }

    synchronized void drive(int to) {
      position = to;
      if (to == 0) {
        home.park(this);
      }
    }
  }

  /** The cure: the lock is given back before the other object is called. */
  static class Garage {
    private final List<Van> vans = new ArrayList<>();

    synchronized void park(Van van) {
      vans.add(van);
    }

    synchronized int mileage() {
      int sum = 0;
      for (Van van : vans) {
        sum += van.driven();
      }
      return sum;
    }
  }

  static class Van {
    private final Garage home;
    private int driven;

    Van(Garage home) {
      this.home = home;
    }

    synchronized int driven() {
      return driven;
    }

    void drive(int distance) {
      boolean far;
      synchronized (this) {
        driven += distance;
        far = driven > 100_000;
      }
      if (far) {
        home.park(this);
      }
    }
  }
}
