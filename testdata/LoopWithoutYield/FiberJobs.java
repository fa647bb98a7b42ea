package cases.loopwithoutyield;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Random;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.YieldPoint;

/** What a fiber does all day. */
@Cooperative
public class FiberJobs {
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final AtomicInteger state = new AtomicInteger();
  private final AtomicLong ticks = new AtomicLong();
  private final BlockingQueue<String> inbox = new ArrayBlockingQueue<>(100);
  private final ConcurrentMap<String, Integer> seen = new ConcurrentHashMap<>();
  private volatile int phase;
  private boolean plain;
  private final Random random = new Random();

  @YieldPoint
  static void yieldNow() {
    Thread.yield();
  }

  // loops that may go on for ever

  void waitForFlag() {
    while (!stopped.get()) { // want LoopWithoutYield "loop"
    }
  }

  void spinHint() {
    while (!stopped.get()) { // want LoopWithoutYield "loop"
      Thread.onSpinWait();
    }
  }

  void waitForPhase(int wanted) {
    while (phase < wanted) { // want LoopWithoutYield "loop"
      ticks.incrementAndGet();
    }
  }

  void untilInterrupted() {
    while (!Thread.currentThread().isInterrupted()) { // want LoopWithoutYield "loop"
      ticks.incrementAndGet();
    }
  }

  void untilSupplied(BooleanSupplier done) {
    while (!done.getAsBoolean()) { // want LoopWithoutYield "loop"
      ticks.incrementAndGet();
    }
  }

  void waitForLock() {
    while (!state.compareAndSet(0, 1)) { // want LoopWithoutYield "loop"
      Thread.onSpinWait();
    }
    state.set(0);
  }

  int throwDice() {
    int rolls = 0;
    while (random.nextInt(6) != 5) { // want LoopWithoutYield "loop"
      rolls++;
    }
    return rolls;
  }

  void pollTime(long deadline) {
    while (System.currentTimeMillis() < deadline) { // want LoopWithoutYield "loop"
      ticks.incrementAndGet();
    }
  }

  void pollForLong() {
    long end = System.nanoTime() + 600_000_000;
    while (System.nanoTime() < end) { // want LoopWithoutYield "loop"
      ticks.incrementAndGet();
    }
  }

  void drainWhileNotEmpty() {
    while (!inbox.isEmpty()) { // want LoopWithoutYield "loop"
      seen.put(inbox.remove(), 1); // want UnguardedCheckThenAct "inbox"
    }
  }

  void drainBySize() {
    while (inbox.size() > 0) { // want LoopWithoutYield "loop"
      seen.put(String.valueOf(inbox.poll()), 1); // want UnguardedCheckThenAct "inbox"
    }
  }

  void yieldsOnlyWhenIdle() {
    while (!stopped.get()) { // want LoopWithoutYield "loop"
      String mail = inbox.poll();
      if (mail == null) {
        yieldNow();
      } else {
        seen.put(mail, 1);
      }
    }
  }

  void yieldsInSwitch() {
    while (!stopped.get()) { // want LoopWithoutYield "loop"
      switch (phase) {
        case 0:
          yieldNow();
          break;
        case 1:
          ticks.incrementAndGet();
          break;
        default:
          yieldNow();
      }
    }
  }

  long collatz(long n) {
    long steps = 0;
    while (n != 1) { // want LoopWithoutYield "loop"
      n = n % 2 == 0 ? n / 2 : 3 * n + 1;
      steps++;
    }
    return steps;
  }

  // quadratic work

  List<String> duplicates(List<String> names) {
    List<String> twice = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) { // want LoopWithoutYield "loop"
      for (int j = i + 1; j < names.size(); j++) {
        if (names.get(i).equals(names.get(j))) {
          twice.add(names.get(i));
        }
      }
    }
    return twice;
  }

  boolean[] sieve(int n) {
    boolean[] composite = new boolean[n + 1];
    for (int p = 2; p <= n; p++) { // want LoopWithoutYield "loop"
      for (int q = 2 * p; q <= n; q += p) {
        composite[q] = true;
      }
    }
    return composite;
  }

  Map<String, Integer> pairs(Set<String> left, Set<String> right) {
    Map<String, Integer> out = new HashMap<>();
    for (String l : left) { // want LoopWithoutYield "loop"
      Iterator<String> it = right.iterator();
      while (it.hasNext()) {
        out.merge(l + it.next(), 1, Integer::sum);
      }
    }
    return out;
  }

  long matrix(int n) {
    long sum = 0;
    int i = 0;
    while (i < n) { // want LoopWithoutYield "loop"
      int j = 0;
      do {
        sum += (long) i * j;
        j++;
      } while (j < n);
      i++;
    }
    return sum;
  }

  int streamsInLoop(List<List<Integer>> rows) {
    int best = 0;
    for (List<Integer> row : rows) {
      best = Math.max(best, row.size());
    }
    return best;
  }

  boolean nestedStreams(List<Integer> a, List<Integer> b) {
    return a.stream().anyMatch(x -> b.stream().anyMatch(y -> x + y == 0)); // want LoopWithoutYield "anyMatch"
  }

  // fine

  void politeLoop() {
    while (!stopped.get()) {
      String mail = inbox.poll();
      if (mail != null) {
        seen.put(mail, 1);
      }
      yieldNow();
    }
  }

  void politeInBothBranches() {
    while (!stopped.get()) {
      if (phase > 0) {
        ticks.incrementAndGet();
        Thread.yield();
      } else {
        yieldNow();
      }
    }
  }

  void politeAtHead() {
    do {
      yieldNow();
      if (phase == 3) {
        continue;
      }
      ticks.incrementAndGet();
    } while (!stopped.get());
  }

  void politeQuadratic(List<String> names) {
    for (String a : names) {
      for (String b : names) {
        seen.put(a + b, 1);
      }
      yieldNow();
    }
  }

  void politeInner(List<String> names) {
    for (String a : names) {
      for (String b : names) {
        yieldNow();
        seen.put(a + b, 1);
      }
    }
  }

  int bounded() {
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      for (int j = 9; j >= 0; j--) {
        sum += i * j;
      }
    }
    return sum;
  }

  int overArray(int[] values) {
    int max = 0;
    for (int v : values) {
      max = Math.max(max, v);
    }
    return max;
  }

  void overMap() {
    for (Map.Entry<String, Integer> e : seen.entrySet()) {
      e.setValue(0);
    }
    seen.forEach((k, v) -> ticks.addAndGet(v));
    seen.values().removeIf(v -> v == 0);
  }

  void backwards(LinkedList<String> list) {
    ListIterator<String> it = list.listIterator(list.size());
    while (it.hasPrevious()) {
      if (it.previous().isEmpty()) {
        it.remove();
      }
    }
  }

  int add(int n) {
    int now;
    do {
      now = state.get();
    } while (!state.compareAndSet(now, now + n));
    return now;
  }

  String retry(BooleanSupplier attempt) {
    int tries = 3;
    while (tries-- > 0) {
      if (attempt.getAsBoolean()) {
        return "ok";
      }
    }
    return "failed";
  }

  String tokens(String text) {
    StringBuilder out = new StringBuilder();
    Scanner scanner = new Scanner(text);
    while (scanner.hasNext()) {
      out.append(scanner.next());
    }
    for (String part : text.split(",")) {
      out.append(part);
    }
    for (char c : text.toCharArray()) {
      out.append((int) c);
    }
    return out.toString();
  }

  int powers(int n) {
    int result = 1;
    int base = 2;
    while (n > 0) {
      if ((n & 1) == 1) {
        result *= base;
      }
      base *= base;
      n >>= 1;
    }
    return result;
  }

  int range(int n) {
    return IntStream.range(0, n).filter(i -> i % 3 == 0).sum();
  }

  void local(Deque<String> todo) {
    Deque<String> mine = new LinkedList<>(todo);
    for (String s = mine.poll(); s != null; s = mine.poll()) {
      seen.put(s, 1);
    }
  }

  List<String> sorted(Set<String> names) {
    List<String> all = new ArrayList<>(new TreeSet<>(names));
    Collections.sort(all);
    return all;
  }

  int insertionIntoSmallConstant() {
    int[] a = {3, 1, 2};
    for (int i = 1; i < a.length; i++) {
      for (int j = i; j > 0 && a[j - 1] > a[j]; j--) {
        int t = a[j];
        a[j] = a[j - 1];
        a[j - 1] = t;
      }
    }
    return a[0];
  }
}
