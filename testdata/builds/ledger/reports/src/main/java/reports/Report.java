package reports;

import ledger.Accounts;
import ledger.Audit;

/** Locks the audit, then the accounts: no module is wrong alone. */
public class Report {

  /** A total that belongs to the number of entries. */
  public String print(Audit audit, Accounts accounts) {
    synchronized (audit) {
      return audit.entries() + " entries, " + accounts.total();
    }
  }
}
