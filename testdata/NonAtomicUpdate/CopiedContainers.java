package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A copy of a list has the same accounts in it, and their balances are shared. */
public class CopiedContainers {
  static final class Account {
    private long balance;
    private String owner;
  }

  private final Object lock = new Object();
  private final List<Account> accounts = new ArrayList<>();
  private final Map<String, Account> byOwner = new HashMap<>();

  public void open(String owner) {
    Account account = new Account();
    account.owner = owner;
    account.balance += 1;
    synchronized (lock) {
      accounts.add(account);
      byOwner.put(owner, account);
    }
  }

  public void deposit(int index, long amount) {
    synchronized (lock) {
      accounts.get(index).balance += amount;
    }
  }

  public void addInterest() {
    List<Account> copy;
    synchronized (lock) {
      copy = new ArrayList<>(accounts);
    }
    for (Account each : copy) {
      each.balance += each.balance / 100; // want NonAtomicUpdate "each.balance"
    }
  }

  public void addBonus() {
    List<Account> copy;
    synchronized (lock) {
      copy = List.copyOf(accounts);
    }
    for (Account each : copy) {
      each.balance += 1; // want NonAtomicUpdate "each.balance"
    }
  }

  public void correct(int index, long amount) {
    Account account;
    synchronized (lock) {
      account = accounts.get(index);
    }
    account.balance += amount; // want NonAtomicUpdate "account.balance"
  }

  public void addInterestRight() {
    List<Account> copy;
    synchronized (lock) {
      copy = new ArrayList<>(accounts);
    }
    for (Account each : copy) {
      synchronized (lock) {
        each.balance += each.balance / 100;
      }
    }
  }

  public long simulate() {
    List<Account> own = new ArrayList<>();
    synchronized (lock) {
      for (Account each : accounts) {
        Account copy = new Account();
        copy.balance = each.balance;
        own.add(copy);
      }
    }
    long sum = 0;
    for (Account each : own) {
      each.balance += 10;
      sum += each.balance;
    }
    return sum;
  }

  /** Nobody finds it in the list any more. */
  public void close(int index) {
    Account account;
    synchronized (lock) {
      account = accounts.remove(index);
    }
    account.balance += 5;
  }
}
