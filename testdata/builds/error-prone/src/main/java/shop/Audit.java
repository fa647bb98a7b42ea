package shop;

/** Takes them the other way round. */
public class Audit {
  boolean isEmpty(Ledger ledger) {
    synchronized (Ledger.LEDGER) {
      synchronized (Ledger.STOCK) {
        return ledger.pieces() == 0;
      }
    }
  }
}
