package cases.fixes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A lock that is taken on what the first statement finds goes behind that statement. */
class FoundFirst {
  static class Account {
    private long balance;
  }

  private final Map<String, Account> accounts = new ConcurrentHashMap<>();

  void deposit(String owner, long amount) {
    Account account = accounts.computeIfAbsent(owner, o -> new Account());
    synchronized (account) {
      account.balance += amount;
    }
  }

  long balance(String owner) {
    Account account = accounts.computeIfAbsent(owner, o -> new Account());
    synchronized (account) {
      return account.balance;
    }
  }

  void withdraw(String owner, long amount) {
    Account account = accounts.computeIfAbsent(owner, o -> new Account());
    account.balance -= amount; // want NonAtomicUpdate "is not atomic"
  }
}
