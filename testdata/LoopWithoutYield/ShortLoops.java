package cases.loopwithoutyield;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lockkeeper.annotations.Cooperative;

/** Loops that look endless and are short: fine. */
@Cooperative
public class ShortLoops {
  private static final int BATCH = 64;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sequence = new AtomicInteger();
  private final AtomicReference<String> head = new AtomicReference<>("");
  private final Executor executor;

  ShortLoops(Executor executor) {
    this.executor = executor;
  }

  /** Leaves in its first round. */
  int onlyOnce(int x) {
    for (; ; ) {
      if (x > 3) {
        break;
      }
      return x + 1;
    }
    return x;
  }

  int switchInLoop(String state) {
    while (true) {
      switch (state) {
        case "new":
          return 1;
        case "old":
          return 2;
        default:
          throw new IllegalArgumentException(state);
      }
    }
  }

  /** Lock-free: repeated only when another thread got through. */
  int next() {
    while (true) {
      int now = sequence.get();
      int then = now == Integer.MAX_VALUE ? 0 : now + 1;
      if (sequence.compareAndSet(now, then)) {
        return then;
      }
    }
  }

  void push(String item) {
    String old;
    do {
      old = head.get();
    } while (!head.compareAndSet(old, item + old));
  }

  /** Halves its range. */
  int indexOf(long[] sorted, long wanted) {
    int low = 0;
    int high = sorted.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < wanted) {
        low = middle + 1;
      } else if (sorted[middle] > wanted) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  int digits(long number) {
    int count = 1;
    long rest = number;
    while (rest >= 10) {
      rest /= 10;
      count++;
    }
    return count;
  }

  long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long r = x % y;
      x = y;
      y = r;
    }
    return x;
  }

  /** Through a text or a buffer: linear. */
  int skipBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  int words(String text) {
    int count = 0;
    StringTokenizer words = new StringTokenizer(text);
    while (words.hasMoreTokens()) {
      words.nextToken();
      count++;
    }
    return count;
  }

  int sum(ByteBuffer buffer) {
    int sum = 0;
    while (buffer.hasRemaining()) {
      sum += buffer.get();
    }
    return sum;
  }

  int occurrences(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  int matches(Pattern pattern, String text) {
    int count = 0;
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  int last(int[] values, int wanted) {
    for (int i = values.length - 1; i >= 0; i--) {
      if (values[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  /** Down to zero in steps. */
  int chunks(int length) {
    int chunks = 0;
    int left = length;
    while (left > 0) {
      int size = Math.min(left, 512);
      left -= size;
      chunks++;
    }
    return chunks;
  }

  static final class Link {
    Link next;
    int value;
  }

  /** A list of links. */
  static int sum(Link head) {
    int sum = 0;
    Link link = head;
    while (link != null) {
      sum += link.value;
      link = link.next;
    }
    return sum;
  }

  static int depth(Throwable failure) {
    int depth = 0;
    for (Throwable t = failure; t != null; t = t.getCause()) {
      depth++;
    }
    return depth;
  }

  /** A local copy that nobody refills. */
  int drainCopy(List<Runnable> due) {
    Deque<Runnable> mine = new ArrayDeque<>(due);
    int count = 0;
    while (!mine.isEmpty()) {
      mine.pop().run();
      count++;
    }
    return count;
  }

  /** A batch, and the rest in another turn. */
  void drainSome() {
    for (int i = 0; i < BATCH; i++) {
      Runnable task = tasks.poll();
      if (task == null) {
        return;
      }
      task.run();
    }
    executor.execute(this::drainSome);
  }

  void drainSomeMore() {
    int left = BATCH;
    Runnable task;
    while (left-- > 0 && (task = tasks.poll()) != null) {
      task.run();
    }
  }

  /** For a limited time. */
  void drainForAWhile() {
    long end = System.nanoTime() + 1_000_000;
    Runnable task;
    while (System.nanoTime() < end && (task = tasks.poll()) != null) {
      task.run();
    }
  }

  /** Every round shifts bits away. */
  void varint(ByteBuffer out, int number) {
    int rest = number;
    while (true) {
      if ((rest & ~0x7F) == 0) {
        out.put((byte) rest);
        return;
      }
      out.put((byte) (rest & 0x7F | 0x80));
      rest >>>= 7;
    }
  }

  int bits(int number) {
    int highest = Integer.highestOneBit(number);
    int length = 0;
    while ((highest >>= 1) != 0) {
      length++;
    }
    return length;
  }

  /** From wrapper to wrapper. */
  Runnable innermost(Runnable task) {
    Runnable at = task;
    while (at instanceof Wrapper) {
      at = ((Wrapper) at).unwrap();
    }
    return at;
  }

  /** Around another task. */
  abstract static class Wrapper implements Runnable {
    abstract Runnable unwrap();
  }

  /** Waits for others to clear a bit. */
  @Cooperative
  static class Bits {
    private volatile int state;

    void settle() {
      while ((state & 1) != 0) { // want LoopWithoutYield "loop"
        Thread.onSpinWait();
      }
    }
  }
}
