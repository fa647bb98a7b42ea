package cases.splitcriticalsection;

/** A value computed under the lock, written back under the lock, with the lock free in between. */
public class Account {
  private long balance;
  private long interest;

  public void addInterest(double rate) {
    long current;
    synchronized (this) {
      current = balance;
    }
    long next = Math.round(current * (1 + rate));
    synchronized (this) {
      balance = next; // want SplitCriticalSection "balance"
    }
  }

  public boolean withdraw(long amount) {
    synchronized (this) {
      if (balance < amount) {
        return false;
      }
    }
    log(amount);
    synchronized (this) {
      balance -= amount; // want SplitCriticalSection "balance"
    }
    return true;
  }

  public synchronized long balance() {
    return balance;
  }

  public synchronized void setBalance(long value) {
    balance = value;
  }

  /** Getter and setter are synchronized, their combination is not. */
  public void deposit(long amount) {
    setBalance(balance() + amount); // want SplitCriticalSection "balance"
  }

  /** Compares before it sets. */
  public boolean addInterestRight(double rate) {
    long current = balance();
    long next = Math.round(current * (1 + rate));
    synchronized (this) {
      if (balance != current) {
        return false;
      }
      balance = next;
      return true;
    }
  }

  public synchronized boolean withdrawRight(long amount) {
    if (balance < amount) {
      return false;
    }
    balance -= amount;
    return true;
  }

  /** The later section uses another field. */
  public void accrue() {
    long current;
    synchronized (this) {
      current = balance;
    }
    synchronized (this) {
      interest += current / 100;
    }
  }

  public synchronized long interest() {
    return interest;
  }

  private void log(long amount) {}
}
