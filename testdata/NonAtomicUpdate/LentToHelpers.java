package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tasks pass an object that all of them have on to helpers, and to objects of their own. */
class LentToHelpers {
  static class Account {
    int total;
    int visits;
    int held;
    int fees;
    int once;
    int own;
    int inside;
    int deep;
    int locked;
    final List<String> lines = new ArrayList<>();

    void visit() {
      visits++; // want NonAtomicUpdate "visits"
    }

    void enter() {
      inside++; // want NonAtomicUpdate "inside"
    }

    void enterOnce() {
      once++;
    }

    void countOwn() {
      own++;
    }
  }

  static class Transfer {
    private final Account from;
    private final int amount;

    Transfer(Account from, int amount) {
      this.from = from;
      this.amount = amount;
    }

    void run() {
      from.total -= amount; // want NonAtomicUpdate "from.total"
    }
  }

  /** Each task has one with an account of its own. */
  static class Trial {
    private final Account from;

    Trial(Account from) {
      this.from = from;
    }

    void run() {
      from.once++;
    }
  }

  private final Account house = new Account();
  private final Object lock = new Object();
  private final ExecutorService pool = Executors.newFixedThreadPool(4);
  private int rounds;

  static class Desk {
    private final Account account;

    Desk(Account account) {
      this.account = account;
    }

    void open() {
      step();
    }

    private void step() {
      add(account, 1);
    }

    private void add(Account to, int n) {
      to.deep += n; // want NonAtomicUpdate "to.deep"
    }

    synchronized void openLocked() {
      addLocked(account);
    }

    private void addLocked(Account to) {
      to.locked++;
    }
  }

  private final Desk desk = new Desk(house);

  void serve() {
    for (int i = 0; i < 4; i++) {
      pool.execute(desk::open);
      pool.execute(desk::openLocked);
      pool.execute(() -> new Desk(house).open());
    }
  }

  void open() {
    for (int i = 0; i < 4; i++) {
      pool.execute(() -> pay(house, 5));
      pool.execute(this::visits);
      pool.execute(() -> new Transfer(house, 5).run());
      pool.execute(LentToHelpers::trial);
      pool.execute(
          () -> {
            synchronized (lock) {
              hold(house);
            }
          });
      pool.execute(() -> charge(house));
      pool.execute(() -> enter(house));
      pool.execute(() -> payOwn(new Account()));
    }
  }

  private static void pay(Account account, int amount) {
    account.total += amount; // want NonAtomicUpdate "account.total"
  }

  private void visits() {
    house.visit();
  }

  private static void enter(Account account) {
    account.enter();
  }

  private static void trial() {
    new Trial(new Account()).run();
  }

  /** All who call it hold one lock. */
  private static void hold(Account account) {
    account.held++;
  }

  private static void charge(Account account) {
    synchronized (account) {
      account.fees++;
    }
  }

  private static void payOwn(Account account) {
    account.own++;
    account.countOwn();
  }

  /** Hands over itself, once. */
  class Job implements Runnable {
    private final Account own = new Account();

    void submit() {
      pool.execute(this);
    }

    @Override
    public void run() {
      own.enterOnce();
      addOnce(own);
    }

    private void addOnce(Account account) {
      account.once++;
    }
  }

  void jobs() {
    for (int i = 0; i < 4; i++) {
      new Job().submit();
    }
  }

  /** One task, and nobody beside it. */
  void once(Account account) {
    pool.execute(() -> add(account));
  }

  private void add(Account account) {
    account.once++;
    rounds = account.once;
  }
}
