package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Objects that lead to each other, with locks that one class declares. */
class LinkedObjects {

  /** A composite: the container paints its parts, each part tells its container. */
  abstract static class Widget {
    protected final ReentrantLock lock = new ReentrantLock();
    protected final Widget parent;
    protected boolean dirty;

    Widget(Widget parent) {
      this.parent = parent;
    }

    abstract void paint();

    void repaint() {
      lock.lock();
      try {
        if (parent != null) {
          parent.invalidate(); // want LockOrderInversion "`lock` before `parent.lock`"
        }
      } finally {
        lock.unlock();
      }
    }

    void invalidate() {
      lock.lock();
      try {
        dirty = true;
      } finally {
        lock.unlock();
      }
    }
  }

  static class Panel extends Widget {
    private final List<Widget> children = new ArrayList<>();

    Panel(Widget parent) {
      super(parent);
    }

    @Override
    void paint() {
      lock.lock();
      try {
        for (Widget child : children) {
          child.paint();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  static class Button extends Widget {
    Button(Widget parent) {
      super(parent);
    }

    @Override
    void paint() {
      lock.lock();
      try {
        dirty = false;
      } finally {
        lock.unlock();
      }
    }
  }

  /** The same from the container down only. */
  abstract static class Shape {
    protected int area;

    abstract int measure();
  }

  static class Group extends Shape {
    private final List<Shape> shapes = new ArrayList<>();

    @Override
    synchronized int measure() {
      area = 0;
      for (Shape each : shapes) {
        area += each.measure();
      }
      return area;
    }
  }

  static class Circle extends Shape {
    @Override
    synchronized int measure() {
      return area;
    }
  }

  /** Both neighbours of a chain. */
  static class Wagon {
    private Wagon before;
    private Wagon behind;
    private int load;

    void couple(Wagon other) {
      other.before = this;
      behind = other;
    }

    synchronized int load() {
      return load;
    }

    synchronized void takeFromBehind() {
      load += behind.load(); // want LockOrderInversion "`this` before `behind`"
    }

    synchronized void takeFromBefore() {
      load += before.load();
    }
  }

  /** One link only, as in a pipeline. */
  static class Stage {
    private final Stage next;
    private int seen;

    Stage(Stage next) {
      this.next = next;
    }

    synchronized void pass(int item) {
      seen = item;
      if (next != null) {
        next.pass(item);
      }
    }
  }

  /** Two ways down. */
  static class Branch {
    private Branch left;
    private Branch right;
    private int key;

    synchronized void insert(int k) {
      if (k < key) {
        left = left == null ? new Branch() : left;
        left.insert(k);
      } else {
        right = right == null ? new Branch() : right;
        right.insert(k);
      }
    }

    synchronized int count() {
      return 1 + (left == null ? 0 : left.count()) + (right == null ? 0 : right.count());
    }
  }

  /** Two that were introduced to each other. */
  static class Phone {
    private Phone peer;
    private int said;

    void setPeer(Phone peer) {
      this.peer = peer;
    }

    synchronized void call(int word) {
      peer.hear(word); // want LockOrderInversion "`this` and `peer`"
    }

    synchronized void hear(int word) {
      said = word;
    }
  }

  static void connect(Phone one, Phone other) {
    one.setPeer(other);
    other.setPeer(one);
  }

  /** Each object hands its superclass a lock of its own. */
  abstract static class Service {
    private final Object monitor;

    Service(Object monitor) {
      this.monitor = monitor;
    }

    final void locked(Runnable action) {
      synchronized (monitor) {
        action.run();
      }
    }
  }

  static class Users extends Service {
    Orders orders;
    private int n;

    Users() {
      super(new Object());
    }

    void rename() {
      locked(() -> orders.touch()); // want LockOrderInversion "monitor"
    }

    void touch() {
      locked(() -> n++);
    }
  }

  static class Orders extends Service {
    Users users;
    private int n;

    Orders() {
      super(new Object());
    }

    void place() {
      locked(() -> users.touch());
    }

    void touch() {
      locked(() -> n++);
    }
  }

  /** The same with one lock for both. */
  abstract static class Desk {
    private final Object monitor;

    Desk(Object monitor) {
      this.monitor = monitor;
    }

    final void locked(Runnable action) {
      synchronized (monitor) {
        action.run();
      }
    }
  }

  static class Buyer extends Desk {
    Seller seller;
    private int n;

    Buyer(Object monitor) {
      super(monitor);
    }

    void buy() {
      locked(() -> seller.touch());
    }

    void touch() {
      locked(() -> n++);
    }
  }

  static class Seller extends Desk {
    Buyer buyer;
    private int n;

    Seller(Object monitor) {
      super(monitor);
    }

    void sell() {
      locked(() -> buyer.touch());
    }

    void touch() {
      locked(() -> n++);
    }
  }

  static Buyer open() {
    Object monitor = new Object();
    Buyer buyer = new Buyer(monitor);
    buyer.seller = new Seller(monitor);
    buyer.seller.buyer = buyer;
    return buyer;
  }

  /** Each class has an order of its own, and no object is of both. */
  static class Vehicle {
    protected final Object engine = new Object();
    protected final Object doors = new Object();
    protected int state;
  }

  static class Bus extends Vehicle {
    void stop() {
      synchronized (engine) {
        synchronized (doors) {
          state = 0;
        }
      }
    }
  }

  static class Train extends Vehicle {
    void stop() {
      synchronized (doors) {
        synchronized (engine) {
          state = 0;
        }
      }
    }
  }

  enum Kind {
    READ,
    WRITE
  }

  /** Two locks of a map by their constant keys. */
  static class Kinds {
    private final Map<Kind, Lock> locks = new EnumMap<>(Kind.class);
    private int reads;
    private int writes;

    Kinds() {
      for (Kind kind : Kind.values()) {
        locks.put(kind, new ReentrantLock());
      }
    }

    void reset() {
      locks.get(Kind.READ).lock();
      try {
        locks.get(Kind.WRITE).lock(); // want LockOrderInversion "WRITE"
        try {
          reads = 0;
          writes = 0;
        } finally {
          locks.get(Kind.WRITE).unlock();
        }
      } finally {
        locks.get(Kind.READ).unlock();
      }
    }

    int sum() {
      locks.get(Kind.WRITE).lock();
      try {
        locks.get(Kind.READ).lock();
        try {
          return reads + writes;
        } finally {
          locks.get(Kind.READ).unlock();
        }
      } finally {
        locks.get(Kind.WRITE).unlock();
      }
    }
  }

  /** Always in one order. */
  static class OrderedKinds {
    private final Map<String, Lock> locks = Map.of("a", new ReentrantLock(), "b", new ReentrantLock());
    private int n;

    void add() {
      locks.get("a").lock();
      locks.get("b").lock();
      try {
        n++;
      } finally {
        locks.get("b").unlock();
        locks.get("a").unlock();
      }
    }

    void remove() {
      locks.get("a").lock();
      locks.get("b").lock();
      try {
        n--;
      } finally {
        locks.get("b").unlock();
        locks.get("a").unlock();
      }
    }
  }

  /** Two containers that a helper locks in the order of its arguments. */
  static class Queues {
    private final Vector<String> front = new Vector<>();
    private final Vector<String> back = new Vector<>();

    static void swap(Vector<String> a, Vector<String> b) {
      synchronized (a) {
        synchronized (b) { // want LockOrderInversion "front"
          String kept = a.get(0);
          a.set(0, b.get(0));
          b.set(0, kept);
        }
      }
    }

    void promote() {
      swap(front, back);
    }

    void demote() {
      swap(back, front);
    }
  }

  /** Several objects in the order of the caller's list, or in one of their own. */
  static class Ledger {
    static class Account {
      final Lock lock = new ReentrantLock();
      final int number;
      int balance;

      Account(int number) {
        this.number = number;
      }
    }

    private final List<Account> all = new ArrayList<>();

    void close(List<Account> accounts) {
      for (Account each : accounts) {
        each.lock.lock(); // want LockOrderInversion "two of `each.lock`"
      }
      try {
        for (Account each : accounts) {
          each.balance = 0;
        }
      } finally {
        for (Account each : accounts) {
          each.lock.unlock();
        }
      }
    }

    void closeAll(Account... accounts) {
      for (int i = 0; i < accounts.length; i++) {
        accounts[i].lock.lock(); // want LockOrderInversion "two of `accounts[].lock`"
      }
      for (Account each : accounts) {
        each.balance = 0;
        each.lock.unlock();
      }
    }

    void closeSorted(List<Account> accounts) {
      List<Account> sorted = new ArrayList<>(accounts);
      sorted.sort(Comparator.comparingInt(a -> a.number));
      for (Account each : sorted) {
        each.lock.lock();
      }
      for (Account each : sorted) {
        each.balance = 0;
        each.lock.unlock();
      }
    }

    void closeArranged(Account... accounts) {
      Arrays.sort(accounts, Comparator.comparingInt(a -> a.number));
      for (Account each : accounts) {
        each.lock.lock();
      }
      for (Account each : accounts) {
        each.balance = 0;
        each.lock.unlock();
      }
    }

    void closeByNumber(SortedMap<Integer, Account> accounts) {
      for (Account each : accounts.values()) {
        each.lock.lock();
      }
      for (Account each : accounts.values()) {
        each.balance = 0;
        each.lock.unlock();
      }
    }

    void closeOwn() {
      lockEach(all);
      for (Account each : all) {
        each.balance = 0;
        each.lock.unlock();
      }
    }

    private static void lockEach(List<Account> accounts) {
      for (Account each : accounts) {
        each.lock.lock();
      }
    }

    void closeOneByOne(List<Account> accounts) {
      for (Account each : accounts) {
        each.lock.lock();
        try {
          each.balance = 0;
        } finally {
          each.lock.unlock();
        }
      }
    }

    synchronized void closeInside(List<Account> accounts) {
      for (Account each : accounts) {
        each.lock.lock();
      }
      for (Account each : accounts) {
        each.balance = 0;
        each.lock.unlock();
      }
    }

    boolean tryClose(List<Account> accounts) {
      for (Account each : accounts) {
        if (!each.lock.tryLock()) {
          return false;
        }
        each.balance = 0;
      }
      return true;
    }
  }

  /** The callers name two locks in one order, or in two. */
  static class Safes {
    private final Lock gold = new ReentrantLock();
    private final Lock cash = new ReentrantLock();
    private int bars;
    private int notes;

    static void openAll(Lock... locks) {
      for (Lock each : locks) {
        each.lock();
      }
    }

    static void open(Lock... locks) {
      for (Lock each : locks) {
        each.lock(); // want LockOrderInversion "two of `locks[]`"
      }
    }

    static void close(Lock... locks) {
      for (Lock each : locks) {
        each.unlock();
      }
    }

    void deposit() {
      openAll(gold, cash);
      bars++;
      notes++;
      close(cash, gold);
    }

    void withdraw() {
      openAll(gold, cash);
      bars--;
      notes--;
      close(cash, gold);
    }

    void sell() {
      open(gold, cash);
      bars--;
      close(gold, cash);
    }

    void buy() {
      open(cash, gold);
      bars++;
      close(gold, cash);
    }
  }

  /** Squares of a board, by two numbers each or by one. */
  static class Board {
    static class Square {
      final Object monitor = new Object();
      int piece;
    }

    private final Square[] squares = new Square[64];
    private final Lock[][] rows = new Lock[8][8];
    private final int[][] values = new int[8][8];

    Board() {
      for (int i = 0; i < squares.length; i++) {
        squares[i] = new Square();
        rows[i / 8][i % 8] = new ReentrantLock();
      }
    }

    void move(int from, int to) {
      synchronized (squares[from].monitor) {
        synchronized (squares[to].monitor) { // want LockOrderInversion "squares[to].monitor"
          squares[to].piece = squares[from].piece;
        }
      }
    }

    void moveInOrder(int from, int to) {
      int low = Math.min(from, to);
      int high = Math.max(from, to);
      synchronized (squares[low].monitor) {
        synchronized (squares[high].monitor) {
          squares[to].piece = squares[from].piece;
        }
      }
    }

    void shift(int x1, int y1, int x2, int y2) {
      rows[x1][y1].lock();
      try {
        rows[x2][y2].lock(); // want LockOrderInversion "rows[x2][y2]"
        try {
          values[x2][y2] = values[x1][y1];
        } finally {
          rows[x2][y2].unlock();
        }
      } finally {
        rows[x1][y1].unlock();
      }
    }

    void next(int x, int y) {
      rows[x][y].lock();
      try {
        rows[x + 1][y].lock();
        try {
          values[x + 1][y] = values[x][y];
        } finally {
          rows[x + 1][y].unlock();
        }
      } finally {
        rows[x][y].unlock();
      }
    }
  }

  /** Locks by their names, from a factory. */
  static class Names {
    private static final Map<String, Lock> LOCKS = new ConcurrentHashMap<>();
    private int n;

    static Lock named(String name) {
      return LOCKS.computeIfAbsent(name, k -> new ReentrantLock());
    }

    void read() {
      Lock disk = named("disk");
      Lock net = named("net");
      disk.lock();
      net.lock(); // want LockOrderInversion "LOCKS[net]"
      n++;
      net.unlock();
      disk.unlock();
    }

    void write() {
      Lock disk = named("disk");
      Lock net = named("net");
      net.lock();
      disk.lock();
      n--;
      disk.unlock();
      net.unlock();
    }

    void print() {
      Lock screen = named("screen");
      Lock paper = named("paper");
      screen.lock();
      paper.lock();
      n++;
      paper.unlock();
      screen.unlock();
    }

    void scan() {
      Lock screen = named("screen");
      Lock paper = named("paper");
      screen.lock();
      paper.lock();
      n--;
      paper.unlock();
      screen.unlock();
    }
  }

  /** A chain that is walked hand over hand from both ends. */
  static class Chain {
    static class Node {
      final Lock lock = new ReentrantLock();
      Node prev;
      Node next;
      int value;
    }

    private final Node head = new Node();
    private final Node tail = new Node();

    Chain() {
      head.next = tail;
      tail.prev = head;
    }

    void insert(int value) {
      Node node = new Node();
      node.value = value;
      head.lock.lock();
      try {
        Node after = head.next;
        after.lock.lock(); // want LockOrderInversion "`head.lock` before `head.next.lock`"
        try {
          node.prev = head;
          node.next = after;
          head.next = node;
          after.prev = node;
        } finally {
          after.lock.unlock();
        }
      } finally {
        head.lock.unlock();
      }
    }

    int sumFromTail() {
      int sum = 0;
      Node at = tail;
      at.lock.lock();
      while (at.prev != null) {
        Node before = at.prev;
        before.lock.lock();
        at.lock.unlock();
        sum += before.value;
        at = before;
      }
      at.lock.unlock();
      return sum;
    }
  }

  /** The superclass calls what its classes do under the lock that each object has from it. */
  abstract static class Plugin {
    protected final Object lock = new Object();
    protected boolean on;

    void start() {
      synchronized (lock) {
        on = true;
        started(); // want LockOrderInversion "disk"
      }
    }

    abstract void started();

    void ping() {
      synchronized (lock) {
        on = true;
      }
    }
  }

  static class Network extends Plugin {
    Disk disk;

    @Override
    void started() {
      disk.ping();
    }
  }

  static class Disk extends Plugin {
    Network network;

    @Override
    void started() {
      network.ping();
    }
  }

  /** One way only. */
  abstract static class Layer {
    protected final Object lock = new Object();
    protected boolean on;

    void start() {
      synchronized (lock) {
        on = true;
        started();
      }
    }

    abstract void started();

    void ping() {
      synchronized (lock) {
        on = true;
      }
    }
  }

  static class Upper extends Layer {
    Lower lower;

    @Override
    void started() {
      lower.ping();
    }
  }

  static class Lower extends Layer {
    @Override
    void started() {}
  }
}
