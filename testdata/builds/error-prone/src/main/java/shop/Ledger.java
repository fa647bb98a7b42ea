package shop;

/** Takes the locks of the stock and of the ledger, in this order. */
public class Ledger {
  static final Object STOCK = new Object();
  static final Object LEDGER = new Object();
  private int pieces;

  void book(int count) {
    synchronized (STOCK) {
      synchronized (LEDGER) {
        pieces += count;
      }
    }
  }

  int pieces() {
    synchronized (LEDGER) {
      return pieces;
    }
  }
}
