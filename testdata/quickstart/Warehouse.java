package quickstart;

/** Delivery and return take the same two locks in opposite orders. */
public class Warehouse {
  private final Object shelves = new Object();
  private final Object ledger = new Object();
  private int stock;
  private int booked;

  public void deliver(int pieces) {
    synchronized (shelves) {
      stock += pieces;
      book(pieces); // want LockOrderInversion "ledger"
    }
  }

  private void book(int pieces) {
    synchronized (ledger) {
      booked += pieces;
    }
  }

  public void giveBack(int pieces) {
    synchronized (ledger) {
      booked -= pieces;
      synchronized (shelves) {
        stock -= pieces;
      }
    }
  }
}
