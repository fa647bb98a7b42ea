package ledger;

/** Locks itself, then the audit. */
public class Accounts {
  private final Audit audit;
  private long total;

  /** Watched by this audit. */
  public Accounts(Audit audit) {
    this.audit = audit;
  }

  /** Takes money. */
  public synchronized void pay(long cents) {
    total += cents;
    audit.log();
  }

  /** What was taken. */
  public synchronized long total() {
    return total;
  }
}
