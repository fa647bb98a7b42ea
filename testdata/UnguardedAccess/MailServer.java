package cases.unguardedaccess;

import com.google.common.util.concurrent.Monitor;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Guards that are reached in unusual ways. */
public class MailServer {

  /** The lock is kept in another object. */
  static class Context {
    final Object lock = new Object();
    private final Lock rw = new ReentrantLock();

    Lock getRw() {
      return rw;
    }

    static Context shared() {
      return INSTANCE;
    }

    private static final Context INSTANCE = new Context();
  }

  private final Context context = new Context();
  private final Monitor monitor = new Monitor();
  private final Semaphore mutex = new Semaphore(1);
  private final ReadWriteLock table = new ReentrantReadWriteLock();
  private final Lock[] stripes = {new ReentrantLock(), new ReentrantLock()};
  private Object changing = new Object();

  @GuardedBy("context.lock")
  private int mails;

  @GuardedBy("context.getRw()")
  private int spams;

  @GuardedBy("monitor")
  private int drafts;

  @GuardedBy("mutex")
  private int sent;

  @GuardedBy("table")
  private Map<String, List<String>> folders = new HashMap<>();

  @GuardedBy("itself")
  private final List<String> users = new ArrayList<>();

  @GuardedBy("this")
  private String[] names = {"a", "b"};

  @GuardedBy("this")
  private long lastSeen, firstSeen;

  @GuardedBy("this")
  private static int wrongKind; // want UnguardedAccess "wrongKind"

  void byContext() {
    synchronized (context.lock) {
      mails++;
    }
    Context c = context;
    synchronized (c.lock) {
      mails--;
    }
    Context other = Context.shared();
    synchronized (other.lock) {
      mails = 0; // want UnguardedAccess "mails"
    }
  }

  void byGetter() {
    context.getRw().lock();
    try {
      spams++;
    } finally {
      context.getRw().unlock();
    }
    context.rw.lock();
    spams--;
    context.rw.unlock();
    spams = 2; // want UnguardedAccess "spams"
  }

  void byMonitor() {
    monitor.enter();
    try {
      drafts++;
    } finally {
      monitor.leave();
    }
    drafts--; // want UnguardedAccess "drafts"
  }

  void byTryMonitor() {
    if (monitor.tryEnter()) {
      try {
        drafts++;
      } finally {
        monitor.leave();
      }
    }
  }

  void bySemaphore() throws InterruptedException {
    mutex.acquire();
    try {
      sent++;
    } finally {
      mutex.release();
    }
    if (mutex.tryAcquire()) {
      sent--;
      mutex.release();
    }
    sent = 1; // want UnguardedAccess "sent"
  }

  List<String> folder(String name) {
    table.readLock().lock();
    try {
      return folders.get(name);
    } finally {
      table.readLock().unlock();
    }
  }

  void file(String name, String mail) {
    table.writeLock().lock();
    try {
      folders.computeIfAbsent(name, k -> new ArrayList<>()).add(mail);
    } finally {
      table.writeLock().unlock();
    }
    table.readLock().lock();
    try {
      folders.computeIfAbsent(name, k -> new ArrayList<>()); // want UnguardedAccess "folders"
      folders = new HashMap<>(); // want UnguardedAccess "folders"
    } finally {
      table.readLock().unlock();
    }
  }

  boolean knows(String user) {
    synchronized (users) {
      return users.contains(user);
    }
  }

  int count() {
    return users.size(); // want UnguardedAccess "users"
  }

  synchronized void setName(int i, String name) {
    names[i] = name;
    Arrays.sort(names);
  }

  String name(int i) {
    return names[i]; // want UnguardedAccess "names"
  }

  int lengthOfNames() {
    return names.length; // want UnguardedAccess "names"
  }

  synchronized long seen() {
    return lastSeen - firstSeen;
  }

  void see(long now) {
    lastSeen = now; // want UnguardedAccess "lastSeen"
    firstSeen = firstSeen == 0 ? now : firstSeen; // want UnguardedAccess "firstSeen"
  }

  /** Lambdas: which run now, which later. */
  synchronized List<String> sorted() {
    List<String> all = new ArrayList<>(Arrays.asList(names));
    all.sort((a, b) -> a.compareTo(b) * names.length);
    all.removeIf(n -> n.equals(names[0]));
    Optional<String> first = all.stream().filter(n -> n.length() > names.length).findFirst();
    return first.map(f -> Collections.singletonList(f + names.length)).orElseGet(() -> all);
  }

  synchronized Supplier<String> lazily() {
    Supplier<String> later = () -> names[0]; // want UnguardedAccess "names"
    return later;
  }

  synchronized String atOnce() {
    Supplier<String> now = () -> names[0];
    return now.get();
  }

  synchronized CompletableFuture<Integer> async() {
    return CompletableFuture.supplyAsync(() -> names.length); // want UnguardedAccess "names"
  }

  synchronized String required() {
    return Objects.requireNonNullElseGet(names[0], () -> names[1]);
  }

  synchronized void starts() {
    Thread t = new Thread(() -> names = null); // want UnguardedAccess "names"
    t.start();
  }

  /** Assignment in a condition, a nested expression, a return, an argument. */
  boolean expressions(long now) {
    if ((lastSeen = now) > 0) { // want UnguardedAccess "lastSeen"
      System.out.println(firstSeen); // want UnguardedAccess "firstSeen"
    }
    long copy = this.lastSeen; // want UnguardedAccess "lastSeen"
    return copy == this.firstSeen++; // want UnguardedAccess "firstSeen"
  }

  int afterWait() throws InterruptedException {
    synchronized (this) {
      while (names == null) {
        wait();
      }
      return names.length;
    }
  }

  synchronized int nestedSync() {
    synchronized (context.lock) {
      return names.length + mails;
    }
  }

  void replacedLock() {
    synchronized (changing) {
      changing = new Object();
    }
  }

  void tryFinally() {
    synchronized (this) {
      lastSeen = 1;
    }
    try {
      lastSeen = 2; // want UnguardedAccess "lastSeen"
    } finally {
      synchronized (this) {
        lastSeen = 3;
      }
    }
  }

  void loops() {
    for (int i = 0; i < 3; i++) {
      synchronized (this) {
        lastSeen = i;
        if (i == 1) {
          continue;
        }
        if (i == 2) {
          break;
        }
        firstSeen = i;
      }
      firstSeen = 9; // want UnguardedAccess "firstSeen"
    }
    firstSeen = 10; // want UnguardedAccess "firstSeen"
  }

  void stripe(int i) {
    stripes[i].lock();
    try {
      Integer.toString(i);
    } finally {
      stripes[i].unlock();
    }
  }
}
