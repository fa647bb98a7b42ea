package cases.loopwithoutyield.workerloops;

import java.util.*;
import java.util.concurrent.*;
import java.util.concurrent.atomic.*;
import java.util.function.*;
import java.util.stream.*;
import org.lockkeeper.annotations.*;

/** Loops of workers and fibers. */
@Cooperative
class Worker implements Runnable {
  private volatile boolean running = true;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final int[] data = new int[1000];

  @Override
  public void run() {
    while (running) { // want LoopWithoutYield "running"
      Runnable r = tasks.poll();
      if (r != null) r.run();
    }
  }

  void yields() {
    while (running) {
      Runnable r = tasks.poll();
      if (r != null) r.run();
      Thread.yield();
    }
  }

  void drain() {
    while (!tasks.isEmpty()) { // want LoopWithoutYield "tasks"
      tasks.remove().run(); // want UnguardedCheckThenAct "tasks"
    }
  }

  void someContinue() {
    while (running) { // want LoopWithoutYield "running"
      Runnable r = tasks.poll();
      if (r == null) continue;
      r.run();
      Thread.yield();
    }
  }

  void someCatch() {
    while (running) { // want LoopWithoutYield "running"
      try {
        tasks.remove().run();
        Thread.yield();
      } catch (NoSuchElementException e) {
        System.out.println("none");
      }
    }
  }

  void inFinally() {
    while (running) {
      try {
        tasks.remove().run();
      } catch (NoSuchElementException e) {
        continue;
      } finally {
        Thread.yield();
      }
    }
  }

  void quadratic() {
    for (int i = 0; i < data.length; i++) { // want LoopWithoutYield "quadratic loop can g"
      for (int j = i; j < data.length; j++) {
        if (data[i] > data[j]) data[i] = data[j];
      }
    }
  }

  void linear() {
    for (int i = 0; i < data.length; i++) {
      data[i]++;
    }
    for (int x : data) System.out.println(x);
  }

  void constant() {
    for (int i = 0; i < 10; i++) {
      for (int j = 0; j < 10; j++) data[i] += j;
    }
  }

  void helperYields() {
    while (running) {
      step();
    }
  }

  private void step() {
    Runnable r = tasks.poll();
    if (r != null) r.run();
    pause();
  }

  @YieldPoint
  private void pause() {
    Thread.yield();
  }

  void helperSometimes() {
    while (running) { // want LoopWithoutYield "running"
      maybe();
    }
  }

  private void maybe() {
    if (tasks.isEmpty()) Thread.yield();
  }

  void endsFirst() {
    while (running) {
      tasks.poll();
      break;
    }
    for (Runnable r : tasks) {
      r.run();
      return;
    }
  }

  void everyN() {
    int i = 0;
    while (running) {
      tasks.poll();
      if (++i % 100 == 0) Thread.yield();
    }
  }

  void batch() {
    for (int i = 0; i < 64 && !tasks.isEmpty(); i++) {
      tasks.poll(); // want UnguardedCheckThenAct "tasks"
    }
  }

  void labelled() {
    outer:
    while (running) { // want LoopWithoutYield "running"
      for (Runnable r : tasks) {
        if (r == null) continue outer;
        r.run();
      }
      Thread.yield();
    }
  }
}

class Methods {
  private final List<String> names = new ArrayList<>();
  private boolean stop;

  @Cooperative
  void iter() {
    Iterator<String> it = names.iterator();
    while (it.hasNext()) {
      if (it.next().isEmpty()) it.remove();
    }
    for (String a : names) { // want LoopWithoutYield "quadratic loop can g"
      for (String b : names) {
        if (a.equals(b)) System.out.println(a);
      }
    }
  }

  @Cooperative
  void streams() {
    names.forEach(a -> names.forEach(b -> System.out.println(a + b))); // want LoopWithoutYield "forEach"
    Stream.iterate(1, x -> x + 1).forEach(System.out::println); // want LoopWithoutYield "forEach"
    Stream.generate(() -> "x").limit(10).forEach(System.out::println);
    IntStream.range(0, 5).forEach(System.out::println);
    names.stream().filter(s -> !s.isEmpty()).collect(Collectors.toList());
  }

  void plain() {
    while (!stop) {
      names.clear();
    }
  }

  @Cooperative
  void callsPlain() {
    plain(); // want LoopWithoutYield "plain"
  }

  @Cooperative
  int recursion(int n) {
    return n <= 0 ? 0 : 1 + recursion(n - 1);
  }

  void spawn(ExecutorService s) {
    submit(
        () -> {
          while (!stop) { // want LoopWithoutYield "stop"
            names.size();
          }
        });
    s.submit(
        () -> {
          while (!stop) {
            names.size();
          }
        });
  }

  void submit(@Cooperative Runnable r) {}

  @Cooperative
  void handsOff(ExecutorService s) {
    s.submit(
        () -> {
          while (!stop) {
            names.size();
          }
        });
    new Thread(
            () -> {
              while (!stop) names.size();
            })
        .start();
  }

  @Cooperative
  void runsNow() {
    Runnable r =
        () -> {
          while (!stop) { // want LoopWithoutYield "stop"
            names.size();
          }
        };
    r.run();
  }

  @Cooperative
  long collatz(long n) {
    long steps = 0;
    while (n != 1) { // want LoopWithoutYield "`n`"
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    return steps;
  }

  @Cooperative
  int digits(int n) {
    int d = 0;
    while (n > 0) {
      n /= 10;
      d++;
    }
    return d;
  }

  @Cooperative
  int gcd(int a, int b) {
    while (b != 0) {
      int t = a % b;
      a = b;
      b = t;
    }
    return a;
  }

  @Cooperative
  void enums() {
    for (TimeUnit u : TimeUnit.values()) {
      for (TimeUnit v : TimeUnit.values()) System.out.println(u + " " + v);
    }
    for (String s : new String[] {"a", "b"}) System.out.println(s);
    for (String s : List.of("a", "b")) System.out.println(s);
  }

  private final AtomicInteger n = new AtomicInteger();

  @Cooperative
  void cas() {
    int v;
    do {
      v = n.get();
    } while (!n.compareAndSet(v, v + 1));
  }

  @Cooperative
  void search(int[][] grid) {
    for (int[] row : grid) { // want LoopWithoutYield "quadratic"
      for (int c : row) {
        if (c == 1) System.out.println(c);
      }
    }
  }

  @Cooperative
  void nestedYield(int[][] grid) {
    for (int[] row : grid) {
      for (int c : row) {
        if (c == 1) System.out.println(c);
      }
      Thread.yield();
    }
  }

  @Cooperative
  Node last(Node n) {
    while (n.next != null) {
      n = n.next;
    }
    return n;
  }

  @Cooperative
  void switchLoop(Iterator<String> in) {
    loop:
    while (true) {
      String s = in.hasNext() ? in.next() : "quit";
      switch (s) {
        case "quit":
          break loop;
        case "skip":
          continue;
        default:
          System.out.println(s);
      }
    }
  }

  static class Node {
    Node next;
  }

  @Cooperative("ui")
  void sleepy() throws InterruptedException {
    while (!stop) {
      Thread.sleep(10); // want BlockingInCooperative "Thread.sleep"
    }
  }

  @Cooperative("virtual-thread")
  void virtual(BlockingQueue<String> q) throws InterruptedException {
    while (!stop) {
      System.out.println(q.take());
    }
    while (!stop) { // want LoopWithoutYield "stop"
      names.size();
    }
  }
}

abstract class CoBase {
  @Cooperative
  abstract void step();

  @Cooperative
  Supplier<String> s = () -> "x";
}

class CoSub extends CoBase {
  private volatile boolean on = true;

  @Override
  void step() {
    while (on) { // want LoopWithoutYield "on"
      work();
    }
  }

  private void work() {}

  @Cooperative
  CoSub() {
    while (on) { // want LoopWithoutYield "on"
      work();
    }
  }
}

interface Fiber {
  @Cooperative
  void resume();

  default void both() {
    while (true) {
      resume();
    }
  }
}

class Fibers {
  static volatile boolean on;

  Fiber f =
      () -> {
        while (on) { // want LoopWithoutYield "Fibers.on"
          System.out.println();
        }
      };
  Fiber g = this::loop;
  Fiber h =
      new Fiber() {
        @Override
        public void resume() {
          for (int i = 0; on; i++) { // want LoopWithoutYield "Fibers.on"
            System.out.println(i);
          }
        }
      };

  void loop() {
    while (on) { // want LoopWithoutYield "Fibers.on"
      System.out.println();
    }
  }
}
