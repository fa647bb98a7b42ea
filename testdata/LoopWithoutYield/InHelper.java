package cases.loopwithoutyield;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lockkeeper.annotations.Cooperative;

/** The loop is in code that knows nothing of tasks: the call that leads there is reported. */
public class InHelper {
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();

  @Cooperative
  void task() {
    flush(); // want LoopWithoutYield "flush"
  }

  private void flush() {
    Runnable next;
    while ((next = queue.poll()) != null) {
      next.run();
    }
  }

  @Cooperative
  int deeper(int seed) {
    int x = seed + 1;
    return mix(x); // want LoopWithoutYield "mix"
  }

  private int mix(int x) {
    return x ^ stir(x);
  }

  private int stir(int x) {
    return Mixer.spin(x, stopped);
  }

  static final class Mixer {
    private Mixer() {}

    static int spin(int x, AtomicBoolean stop) {
      int y = x;
      while (!stop.get()) {
        y = y * 31 + x;
      }
      return y;
    }
  }

  /** Not called from a task: nobody's business. */
  int plain(int seed) {
    return mix(seed);
  }

  /** The helper is declared itself: reported there, and only there. */
  @Cooperative
  int declared(int seed) {
    return declaredToo(seed);
  }

  @Cooperative
  private int declaredToo(int x) {
    int y = x;
    while (!stopped.get()) { // want LoopWithoutYield "loop"
      y += y % 3;
    }
    return y;
  }

  /** The helper's loop yields. */
  @Cooperative
  int polite(int seed) {
    return politely(seed);
  }

  private int politely(int x) {
    int y = x;
    while (!stopped.get()) {
      y += y % 3;
      Thread.yield();
    }
    return y;
  }

  /** Through an interface with one implementation. */
  interface Codec {
    int decode(int bits);
  }

  static class Searching implements Codec {
    private volatile boolean found;

    @Override
    public int decode(int bits) {
      int guess = bits;
      while (!found) {
        guess = guess * 31 + bits;
      }
      return guess;
    }
  }

  @Cooperative
  int decodeAll(Codec codec, int bits) {
    return codec.decode(bits); // want LoopWithoutYield "decode"
  }
}
