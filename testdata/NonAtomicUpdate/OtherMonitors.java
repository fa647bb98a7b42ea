package cases.nonatomicupdate;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Updates of containers under a lock that the others who change them do not take. */
public class OtherMonitors {
  /** Two methods, two locks. */
  public static class Tally {
    private final Object lock = new Object();
    private final Map<String, Integer> votes = new HashMap<>();

    public void vote(String name) {
      synchronized (this) {
        votes.put(name, votes.getOrDefault(name, 0) + 1); // want NonAtomicUpdate "votes"
      }
    }

    public void take(String name) {
      synchronized (lock) {
        votes.put(name, votes.getOrDefault(name, 0) - 1); // want NonAtomicUpdate "votes"
      }
    }
  }

  /** The map locks itself, and not the object around it. */
  public static class Stock {
    private final Map<String, Integer> items = Collections.synchronizedMap(new HashMap<>());

    public synchronized void arrive(String item, int n) {
      items.put(item, items.getOrDefault(item, 0) + n); // want NonAtomicUpdate "items"
    }

    public void leave(String item, int n) {
      synchronized (items) {
        items.put(item, items.getOrDefault(item, 0) - n);
      }
    }

    public void count(String item, int n) {
      items.put(item, n);
    }
  }

  /** All who put something in take the same lock, and removing does no harm to any sum. */
  public static class Ledger {
    private final Object lock = new Object();
    private final Map<String, Integer> sums = Collections.synchronizedMap(new HashMap<>());

    public synchronized void book(String account, int n) {
      sums.put(account, sums.getOrDefault(account, 0) + n);
    }

    public synchronized void open(String account) {
      sums.put(account, 0);
    }

    public void close(String account) {
      synchronized (lock) {
        sums.remove(account);
      }
    }
  }

  /** Methods of the map by other names. */
  public static class Named {
    private final ConcurrentHashMap<String, Integer> hits = new ConcurrentHashMap<>();

    public void hit(String page) {
      Function<String, Integer> known = hits::get;
      BiFunction<String, Integer, Integer> store = hits::put;
      Integer before = known.apply(page);
      store.apply(page, before == null ? 1 : before + 1); // want NonAtomicUpdate "hits"
    }

    public void hitRight(String page) {
      Function<String, Integer> raise = p -> hits.merge(p, 1, Integer::sum);
      raise.apply(page);
    }
  }

  /** Both objects are locked, in an order of their own. */
  public static class Sorted {
    private static class Account {
      final int id;
      int balance;

      Account(int id) {
        this.id = id;
      }

      synchronized void pay(int n) {
        balance += n;
      }
    }

    private final Account cash = new Account(1);

    public void transfer(Account from, Account to, int n) {
      Account[] both = {from, to};
      Arrays.sort(both, Comparator.comparingInt(account -> account.id));
      synchronized (both[0]) {
        synchronized (both[1]) {
          from.balance -= n;
          to.balance += n;
        }
      }
    }

    public void take(int n) {
      cash.pay(-n);
    }
  }
}
