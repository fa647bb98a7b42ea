package cases.lockorderinversion.textbookdeadlocks;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;

/** Accounts, philosophers, friends who bow. */
class Simple {
  private final Object a = new Object();
  private final Object b = new Object();

  void one() {
    synchronized (a) {
      synchronized (b) { // want LockOrderInversion "a"
        System.out.println("ab");
      }
    }
  }

  void two() {
    synchronized (b) {
      synchronized (a) {
        System.out.println("ba");
      }
    }
  }
}

class MainStyle {
  static final Object LOCK1 = new Object();
  static final Object LOCK2 = new Object();

  public static void main(String[] args) {
    Thread t1 =
        new Thread(
            () -> {
              synchronized (LOCK1) {
                try {
                  Thread.sleep(10);
                } catch (InterruptedException e) {
                  throw new RuntimeException(e);
                }
                synchronized (LOCK2) { // want LockOrderInversion "MainStyle.LOCK1"
                  System.out.println("t1");
                }
              }
            });
    Thread t2 =
        new Thread() {
          @Override
          public void run() {
            synchronized (LOCK2) {
              synchronized (LOCK1) {
                System.out.println("t2");
              }
            }
          }
        };
    t1.start();
    t2.start();
  }
}

class MainLocals {
  public static void main(String[] args) {
    final String r1 = new String("r1");
    final String r2 = new String("r2");
    Thread t1 =
        new Thread(
            () -> {
              synchronized (r1) {
                synchronized (r2) { // want LockOrderInversion "r1"
                  System.out.println("t1");
                }
              }
            });
    Thread t2 =
        new Thread(
            () -> {
              synchronized (r2) {
                synchronized (r1) {
                  System.out.println("t2");
                }
              }
            });
    t1.start();
    t2.start();
  }
}

class Account {
  private double balance;

  synchronized void deposit(double d) {
    balance += d;
  }

  synchronized void withdraw(double d) {
    balance -= d;
  }

  synchronized void transfer(Account to, double d) {
    this.withdraw(d);
    to.deposit(d); // want LockOrderInversion "this"
  }
}

class Bank {
  static void transfer(Account from, Account to, double d) {
    synchronized (from) {
      synchronized (to) { // want LockOrderInversion "from"
        from.withdraw(d);
        to.deposit(d);
      }
    }
  }
}

class IdAccount {
  final int id;
  final Lock lock = new ReentrantLock();
  double balance;

  IdAccount(int id) {
    this.id = id;
  }

  static void transferOrdered(IdAccount from, IdAccount to, double d) {
    IdAccount first = from.id < to.id ? from : to;
    IdAccount second = first == from ? to : from;
    first.lock.lock();
    try {
      second.lock.lock();
      try {
        from.balance -= d;
        to.balance += d;
      } finally {
        second.lock.unlock();
      }
    } finally {
      first.lock.unlock();
    }
  }

  double held;

  static void transferIf(IdAccount from, IdAccount to, double d) {
    if (from.id < to.id) {
      synchronized (from) {
        synchronized (to) {
          from.held -= d;
        }
      }
    } else {
      synchronized (to) {
        synchronized (from) {
          from.held -= d;
        }
      }
    }
  }
}

class BadLockAccount {
  final Lock lock = new ReentrantLock();
  double balance;

  void transfer(BadLockAccount to, double d) {
    this.lock.lock();
    to.lock.lock(); // want LockOrderInversion "lock"
    try {
      balance -= d;
      to.balance += d;
    } finally {
      to.lock.unlock();
      this.lock.unlock();
    }
  }
}

class TryAccount {
  final Lock lock = new ReentrantLock();
  double balance;

  boolean transfer(TryAccount to, double d) {
    while (true) {
      if (lock.tryLock()) {
        try {
          if (to.lock.tryLock()) {
            try {
              balance -= d;
              to.balance += d;
              return true;
            } finally {
              to.lock.unlock();
            }
          }
        } finally {
          lock.unlock();
        }
      }
    }
  }
}

class Philosopher implements Runnable {
  private final Object left;
  private final Object right;

  Philosopher(Object left, Object right) {
    this.left = left;
    this.right = right;
  }

  @Override
  public void run() {
    while (true) {
      synchronized (left) {
        synchronized (right) { // want LockOrderInversion "left"
          System.out.println("eat");
        }
      }
    }
  }

  public static void main(String[] args) {
    Object[] forks = new Object[5];
    for (int i = 0; i < 5; i++) forks[i] = new Object();
    for (int i = 0; i < 5; i++) {
      new Thread(new Philosopher(forks[i], forks[(i + 1) % 5])).start();
    }
  }
}

class Fork {
  final Lock lock = new ReentrantLock();
}

class DiningOrdered {
  static class P extends Thread {
    private final Fork first, second;

    P(Fork f, Fork s) {
      first = f;
      second = s;
    }

    @Override
    public void run() {
      synchronized (first) {
        synchronized (second) {
          System.out.println("eat");
        }
      }
    }
  }

  public static void main(String[] args) {
    Fork[] forks = new Fork[5];
    for (int i = 0; i < 5; i++) forks[i] = new Fork();
    for (int i = 0; i < 5; i++) {
      Fork left = forks[i];
      Fork right = forks[(i + 1) % 5];
      if (i == 4) {
        new P(right, left).start();
      } else {
        new P(left, right).start();
      }
    }
  }
}

class ForkArray {
  private final Lock[] forks = new Lock[5];

  void eat(int i) {
    forks[i].lock();
    forks[(i + 1) % 5].lock(); // want LockOrderInversion "forks[i]"
    try {
      System.out.println(i);
    } finally {
      forks[(i + 1) % 5].unlock();
      forks[i].unlock();
    }
  }

  void eatOrdered(int i) {
    int l = Math.min(i, (i + 1) % 5), r = Math.max(i, (i + 1) % 5);
    forks[l].lock();
    forks[r].lock();
    forks[r].unlock();
    forks[l].unlock();
  }
}

class Parent {
  private final List<Child> children = new ArrayList<>();

  synchronized void add(Child c) {
    children.add(c);
    c.setParent(this); // want LockOrderInversion "this"
  }

  synchronized void childChanged(Child c) {
    System.out.println(children.indexOf(c));
  }

  synchronized void reset() {
    for (Child c : children) c.clear();
  }
}

class Child {
  private Parent parent;
  private int v;

  synchronized void setParent(Parent p) {
    parent = p;
  }

  synchronized void set(int v) {
    this.v = v;
    if (parent != null) parent.childChanged(this);
  }

  synchronized void clear() {
    v = 0;
  }
}

class Friend {
  private final String name;

  Friend(String n) {
    name = n;
  }

  public synchronized void bow(Friend bower) {
    System.out.format("%s: %s has bowed to me!%n", name, bower.name);
    bower.bowBack(this); // want LockOrderInversion "this"
  }

  public synchronized void bowBack(Friend bower) {
    System.out.format("%s: %s has bowed back to me!%n", name, bower.name);
  }

  public static void main(String[] args) {
    Friend a = new Friend("A"), b = new Friend("B");
    new Thread(() -> a.bow(b)).start();
    new Thread(() -> b.bow(a)).start();
  }
}
