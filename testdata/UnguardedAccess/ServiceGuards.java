package cases.unguardedaccess.serviceguards;

import java.io.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.locks.*;
import java.util.function.*;
import java.util.stream.*;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.lockkeeper.annotations.*;

/** Guards in services: inherited, wrapped, nested, handed over. */
abstract class Base<T extends Comparable<T>> {
  protected final Object lock = new Object();

  @GuardedBy("lock")
  protected final Map<T, Integer> state = new TreeMap<>();

  @GuardedBy("lock")
  protected abstract void onChange(T t);

  final void fire(T t) {
    synchronized (lock) {
      onChange(t);
    }
    onChange(t); // want UnguardedAccess "onChange"
  }
}

final class Derived extends Base<String> {
  @Override
  protected void onChange(String s) {
    state.put(s, 1);
  }

  int size() {
    return state.size(); // want UnguardedAccess "state"
  }

  int sizeSafe() {
    synchronized (lock) {
      return state.size();
    }
  }
}

class Accts {
  static class Account {
    final Lock lock = new ReentrantLock();

    @GuardedBy("lock")
    long balance;

    @GuardedBy("this")
    String owner = "";
  }

  private final Map<String, Account> accounts = new ConcurrentHashMap<>();

  void transfer(Account a, Account b, long n) {
    a.lock.lock();
    try {
      a.balance -= n;
      b.balance += n; // want UnguardedAccess "balance"
    } finally {
      a.lock.unlock();
    }
  }

  long total() {
    long sum = 0;
    for (Account a : accounts.values()) {
      a.lock.lock();
      try {
        sum += a.balance;
      } finally {
        a.lock.unlock();
      }
    }
    return sum + accounts.values().stream().mapToLong(a -> a.balance).sum(); // want UnguardedAccess "balance"
  }

  void rename(String id, String n) {
    var a = accounts.get(id);
    synchronized (a) {
      a.owner = n;
    }
    accounts.computeIfPresent(
        id,
        (k, v) -> {
          synchronized (v) {
            v.owner = n;
          }
          return v;
        });
    accounts.get(id).owner = n; // want UnguardedAccess "owner"
  }

  boolean check(Object o) {
    return o instanceof Account other && other.balance > 0; // want UnguardedAccess "balance"
  }

  String kind(String id) {
    Account acc = Objects.requireNonNull(accounts.get(id), "no account");
    return switch (acc.owner) { // want UnguardedAccess "owner"
      case "" -> "none";
      default -> "some";
    };
  }
}

final class AutoLock implements AutoCloseable {
  private final Lock lock;

  @Acquires("lock")
  AutoLock(Lock lock) {
    this.lock = lock;
    lock.lock();
  }

  @Releases("lock")
  @Override
  public void close() {
    lock.unlock();
  }
}

class AutoUser {
  private final ReentrantLock lock = new ReentrantLock();

  @GuardedBy("lock")
  private int n;

  void a() {
    try (AutoLock l = new AutoLock(lock)) {
      n++;
    }
    n++; // want UnguardedAccess "n"
  }

  void b() {
    try (var ignored = open()) {
      n++;
    }
  }

  private AutoLock open() {
    return new AutoLock(lock);
  }

  @Acquires("lock")
  void begin() {
    lock.lock();
  }

  @Releases("lock")
  void end() {
    lock.unlock();
  }

  void c() {
    begin();
    try {
      n++;
    } finally {
      end();
    }
    n--; // want UnguardedAccess "n"
  }

  @Holding("lock")
  void grow() {
    n++;
  }

  @Excludes("lock")
  void flush() {
    lock.lock();
    n = 0;
    lock.unlock();
  }

  void d() {
    grow(); // want UnguardedAccess "grow"
    begin();
    grow();
    flush(); // want UnguardedAccess "flush"
    end();
    flush();
  }

  <R> R with(Supplier<R> s) {
    lock.lock();
    try {
      return s.get();
    } finally {
      lock.unlock();
    }
  }

  int e() {
    return with(() -> n);
  }

  Supplier<Integer> f() {
    lock.lock();
    try {
      return () -> n; // want UnguardedAccess "n"
    } finally {
      lock.unlock();
    }
  }

  CompletableFuture<Integer> g() {
    lock.lock();
    try {
      return CompletableFuture.supplyAsync(() -> n); // want UnguardedAccess "n"
    } finally {
      lock.unlock();
    }
  }
}

record Window(@GuardedBy("this") long[] slots) {
  long sum() {
    synchronized (this) {
      return LongStream.of(slots).sum();
    }
  }

  long first() {
    return slots[0]; // want UnguardedAccess "slots"
  }
}

enum Reg {
  ONE,
  TWO {
    @Override
    void touch() {
      synchronized (this) {
        uses++;
      }
    }
  };

  @GuardedBy("this")
  int uses;

  void touch() {
    uses++; // want UnguardedAccess "uses"
  }
}

interface Snap {
  Object LOCK = new Object();

  @GuardedBy("LOCK")
  List<String> NAMES = new ArrayList<>();

  default void add(String s) {
    synchronized (LOCK) {
      NAMES.add(s);
    }
  }

  default int n() {
    return count();
  }

  private int count() {
    return NAMES.size(); // want UnguardedAccess "NAMES"
  }
}

class Builders {
  @GuardedBy("this")
  private String name;

  @GuardedBy("this")
  private int[] data = new int[4];

  static class Builder {
    private final Builders made = new Builders();

    Builder name(String n) {
      synchronized (made) {
        made.name = n;
      }
      return this;
    }

    Builders build() {
      return made;
    }
  }

  synchronized int[] data() {
    return data;
  }

  void fill() {
    int[] d;
    synchronized (this) {
      d = data;
    }
    d[0] = 1; // want UnguardedAccess "data"
    Arrays.fill(data, 2); // want UnguardedAccess "data"
  }

  void labelled() {
    outer:
    for (int i = 0; i < 4; i++) {
      synchronized (this) {
        if (data[i] > 3) break outer;
        if (data[i] > 2) continue;
      }
      data[i] = 3; // want UnguardedAccess "data"
    }
  }

  void assigned() {
    final Object self = this;
    synchronized (self) {
      name = "x";
    }
    Object o = new Object();
    synchronized (o) {
      name = "y"; // want UnguardedAccess "name"
    }
  }

  private void readObject(ObjectInputStream in) throws IOException {
    name = in.readUTF();
  }
}

class Swing {
  @GuardedBy("this")
  private int clicks;

  synchronized void click() {
    clicks++;
    javax.swing.SwingUtilities.invokeLater(() -> System.out.println(clicks)); // want UnguardedAccess "clicks"
    Optional.of(1).ifPresent(x -> clicks += x);
    List.of(1, 2).forEach(this::bump);
    new Thread(this::bump0).start();
  }

  private void bump(int x) {
    clicks += x;
  }

  private void bump0() {
    clicks++; // want UnguardedAccess "clicks"
  }

  Runnable field = () -> clicks++; // want UnguardedAccess "clicks"

  synchronized int sum(List<Integer> l) {
    return l.stream().mapToInt(x -> x + clicks).sum();
  }

  synchronized Stream<Integer> missedAlarm_lazy(List<Integer> l) {
    return l.stream().map(x -> x + clicks); // missed UnguardedAccess
  }
}

class Multi {
  private final Object a = new Object();
  private final Object b = new Object();

  @GuardedBy({"a", "b"})
  private int v;

  @net.jcip.annotations.GuardedBy("a")
  private int w;

  @org.checkerframework.checker.lock.qual.GuardedBy("a")
  private Object x = "";

  @androidx.annotation.GuardedBy("b")
  private int y;

  void both() {
    synchronized (a) {
      synchronized (b) {
        v = 1;
        w = 1;
        y = 1;
      }
      w = 3;
      y = 3; // want UnguardedAccess "y"
    }
    w = 2; // want UnguardedAccess "w"
    y = 2; // want UnguardedAccess "y"
  }

  void one() {
    synchronized (a) {
      v = 2; // want UnguardedAccess "v"
    }
  }

  @org.checkerframework.checker.lock.qual.Holding("a")
  void h() {
    w = 7;
  }

  void callsH() {
    h(); // want UnguardedAccess "h"
  }
}
