package ledger;

/** Counts what happened. */
public class Audit {
  private int entries;

  /** One more. */
  public synchronized void log() {
    entries++;
  }

  /** How many. */
  public synchronized int entries() {
    return entries;
  }
}
