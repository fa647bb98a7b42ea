package cases.lockorderinversion;

/** One method orders by id, another one does not: the second spoils it for both. */
public class HalfOrdered {

  static class Shelf {
    private final int id;
    private int stock;

    Shelf(int id) {
      this.id = id;
    }
  }

  void move(Shelf from, Shelf to, int count) {
    Shelf first = from.id < to.id ? from : to;
    Shelf second = from.id < to.id ? to : from;
    synchronized (first) {
      synchronized (second) {
        from.stock -= count;
        to.stock += count;
      }
    }
  }

  void balance(Shelf full, Shelf empty) {
    synchronized (full) {
      synchronized (empty) { // want LockOrderInversion "empty"
        int half = (full.stock + empty.stock) / 2;
        empty.stock = full.stock + empty.stock - half;
        full.stock = half;
      }
    }
  }
}
