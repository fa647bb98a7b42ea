package cases.unguardedcheckthenact;

import java.util.concurrent.atomic.AtomicInteger;

/** What two tasks do with an object of another class in several calls. */
public class SpentAccounts implements Runnable {
  private final JointAccount account = new JointAccount();
  private final LockedAccount locked = new LockedAccount();

  public static void main(String[] args) {
    SpentAccounts job = new SpentAccounts();
    new Thread(job, "one").start();
    new Thread(job, "two").start();
    JointAccount common = new JointAccount();
    new Spender(common).start();
    new Spender(common).start();
    new Saver(new JointAccount()).start();
    new Saver(new JointAccount()).start();
    Runnable visit =
        () -> {
          if (common.visits() < 10) {
            common.visit(); // want UnguardedCheckThenAct "visits"
          }
        };
    new Thread(visit).start();
    new Thread(visit).start();
  }

  @Override
  public void run() {
    for (int i = 0; i < 10; i++) {
      pay(10);
      payRight(10);
    }
  }

  private void pay(int amount) {
    if (account.balance() >= amount) {
      account.withdraw(amount); // want UnguardedCheckThenAct "balance"
    }
  }

  private void payRight(int amount) {
    synchronized (locked) {
      if (locked.balance() >= amount) {
        locked.withdraw(amount);
      }
    }
  }
}

class JointAccount {
  private int balance = 100;
  private final AtomicInteger visits = new AtomicInteger();

  int balance() {
    return balance;
  }

  void withdraw(int amount) {
    balance = balance - amount; // want NonAtomicUpdate "balance"
  }

  int visits() {
    return visits.get();
  }

  void visit() {
    visits.incrementAndGet();
  }
}

class LockedAccount {
  private int balance = 100;

  int balance() {
    return balance;
  }

  void withdraw(int amount) {
    balance = balance - amount;
  }
}

/** Two of them have one account. */
class Spender extends Thread {
  private final JointAccount account;

  Spender(JointAccount account) {
    this.account = account;
  }

  @Override
  public void run() {
    spend(5);
  }

  private void spend(int amount) {
    if (account.balance() < amount) {
      return;
    }
    account.withdraw(amount); // want UnguardedCheckThenAct "balance"
  }
}

/** Each has an account of its own. */
class Saver extends Thread {
  private final JointAccount account;
  private final SavedAccount saved = new SavedAccount();

  Saver(JointAccount account) {
    this.account = account;
  }

  @Override
  public void run() {
    if (saved.balance() >= 5) {
      saved.withdraw(5);
    }
    if (account.visits() == 0) {
      account.withdraw(0);
    }
  }
}

class SavedAccount {
  private int balance = 100;

  int balance() {
    return balance;
  }

  void withdraw(int amount) {
    balance = balance - amount;
  }
}
