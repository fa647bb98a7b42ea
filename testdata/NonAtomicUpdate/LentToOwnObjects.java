package cases.nonatomicupdate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** An object that a method makes for itself may lead to one that everybody has. */
class LentToOwnObjects {
  static class Account {
    int total;
    Account peer;
  }

  static class Transfer {
    Account from;
    Account to;
    Map<String, Integer> fees;
    Lock lock;

    Transfer() {}

    Transfer(Account from) {
      this(from, new Account());
    }

    Transfer(Account from, Account to) {
      this.from = from;
      this.to = to;
    }

    static Transfer of(Account from) {
      return new Transfer(from);
    }

    static void prepare(Transfer transfer) {
      transfer.from = new Account();
    }

    Transfer lockedBy(Lock by) {
      lock = by;
      return this;
    }

    Account getFrom() {
      return from;
    }

    void setFrom(Account from) {
      this.from = from;
    }

    void dryRun() {
      from = new Account();
    }

    void dryRunIf(boolean closed) {
      if (closed) {
        from = new Account();
      }
    }

    void print() {
      System.out.println(from.total + " -> " + to.total);
    }
  }

  static class Payment extends Transfer {
    Payment(Account from) {
      super(from);
    }
  }

  static class TransferBuilder {
    private Account from;
    private Lock lock;

    TransferBuilder from(Account account) {
      from = account;
      return this;
    }

    TransferBuilder lock(Lock by) {
      lock = by;
      return this;
    }

    Transfer build() {
      Transfer built = new Transfer(from);
      built.lock = lock;
      return built;
    }
  }

  record Pair(Account left, Account right) {}

  private final Account house = new Account();
  private final Account vault = new Account();
  private final Map<String, Integer> fees = new ConcurrentHashMap<>();
  private final Lock lock = new ReentrantLock();
  private final ExecutorService pool = Executors.newFixedThreadPool(4);

  void open() {
    for (int i = 0; i < 4; i++) {
      pool.execute(this::deposit);
      pool.execute(this::withdraw);
      pool.execute(this::fee);
    }
  }

  private void deposit() {
    Transfer transfer = new Transfer();
    transfer.from = house;
    transfer.from.total++; // want NonAtomicUpdate "house.total"
    Transfer made = new Transfer(house);
    made.from.total += 2; // want NonAtomicUpdate "house.total"
    made.to.total += 2;
    Transfer set = new Transfer();
    set.setFrom(house);
    set.getFrom().total += 3; // want NonAtomicUpdate "house.total"
    Payment payment = new Payment(house);
    payment.print();
    payment.from.total += 4; // want NonAtomicUpdate "house.total"
    Transfer.of(house).from.total += 5; // want NonAtomicUpdate "house.total"
    Transfer built = new TransferBuilder().from(house).lock(lock).build();
    built.from.total += 6; // want NonAtomicUpdate "house.total"
    Pair pair = new Pair(house, new Account());
    pair.left().total++; // want NonAtomicUpdate "house.total"
    pair.right().total++;
    Account[] both = {house, new Account()};
    both[0].total++; // want NonAtomicUpdate "house.total"
    both[1].total++;
  }

  /** Their own, or somebody's: nobody knows. */
  private void withdraw() {
    Transfer own = new Transfer();
    own.from = new Account();
    own.from.total--;
    own.from.peer = new Account();
    own.from.peer.total--;
    Transfer dry = new Transfer(house);
    dry.dryRun();
    dry.from.total--;
    Transfer perhaps = new Transfer(house);
    perhaps.dryRunIf(pool.isShutdown());
    perhaps.from.total--;
    Transfer prepared = new Transfer(house);
    Transfer.prepare(prepared);
    prepared.from.total--;
    Transfer replaced = new Transfer(house);
    if (pool.isShutdown()) {
      replaced.from = new Account();
    }
    replaced.from.total--;
  }

  /** The lock that it was given is the field's. */
  private void fee() {
    Transfer locked = new Transfer(vault).lockedBy(lock);
    locked.lock.lock();
    try {
      vault.total++;
      locked.from.total++;
    } finally {
      locked.lock.unlock();
    }
    Transfer counted = new Transfer();
    counted.fees = fees;
    if (!counted.fees.containsKey("base")) {
      counted.fees.put("base", 1); // want UnguardedCheckThenAct "fees"
    }
  }

  int vault() {
    lock.lock();
    try {
      return vault.total;
    } finally {
      lock.unlock();
    }
  }
}
