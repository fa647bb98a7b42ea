package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lockkeeper.annotations.GuardedBy;

/** Objects that are their maker's until a helper, a setter or a constructor shows them to others. */
class PublishedByHelpers {
  static class Account {
    final Object lock = new Object();

    @GuardedBy("lock")
    int total;
  }

  /** Leads to an account that others have. */
  static class Holder {
    final Account account;

    Holder(Account account) {
      this.account = account;
    }

    void add() {
      account.total++; // want UnguardedAccess "total"
    }

    void addLocked() {
      synchronized (account.lock) {
        account.total++;
      }
    }
  }

  /** Registers itself. */
  static class Session {
    private static final List<Session> OPEN = Collections.synchronizedList(new ArrayList<>());
    final Object lock = new Object();

    @GuardedBy("lock")
    String user;

    Session() {
      user = "nobody";
      OPEN.add(this);
    }
  }

  /** Holds one, whoever has the desk. */
  static class Desk {
    private Account open;

    void open(Account account) {
      open = account;
    }

    synchronized Account opened() {
      return open;
    }
  }

  private static final List<Account> ALL = Collections.synchronizedList(new ArrayList<>());
  private static volatile Account latest;
  private final List<Holder> holders = Collections.synchronizedList(new ArrayList<>());
  private final Account house = new Account();
  private final Desk desk = new Desk();

  private static void publish(Account account) {
    ALL.add(account);
  }

  private static void makeLatest(Account account) {
    latest = account;
  }

  private static void register(Account account) {
    publish(account);
  }

  void published() {
    Account made = new Account();
    made.total = 1;
    publish(made);
    made.total = 2; // want UnguardedAccess "total"
  }

  void published2() {
    Account made = new Account();
    register(made);
    made.total = 2; // want UnguardedAccess "total"
  }

  void latest() {
    Account made = new Account();
    makeLatest(made);
    made.total = 3; // want UnguardedAccess "total"
    synchronized (made.lock) {
      made.total = 4;
    }
  }

  void atDesk() {
    Account made = new Account();
    made.total = 1;
    desk.open(made);
    made.total = 2; // want UnguardedAccess "total"
  }

  /** The desk is this method's own, too. */
  int atOwnDesk() {
    Account made = new Account();
    Desk own = new Desk();
    own.open(made);
    made.total = 2;
    own.opened().total = 3;
    return made.total;
  }

  void held() {
    Account made = new Account();
    Holder holder = new Holder(made);
    holder.account.total = 1;
    holders.add(holder);
    made.total = 2; // want UnguardedAccess "total"
  }

  void ofHouse() {
    Holder holder = new Holder(house);
    holder.account.total++; // want UnguardedAccess "total"
    synchronized (holder.account.lock) {
      house.total++;
    }
    synchronized (house.lock) {
      holder.account.total++;
    }
  }

  void openSession() {
    Session session = new Session();
    session.user = "guest"; // want UnguardedAccess "user"
    synchronized (session.lock) {
      session.user = "root";
    }
  }

  /** Shown on one of two ways only. */
  void missedAlarm_perhaps(boolean show) {
    Account made = new Account();
    publishIf(made, show);
    made.total = 5; // missed UnguardedAccess
  }

  private static void publishIf(Account account, boolean show) {
    if (show) {
      ALL.add(account);
    }
  }
}
