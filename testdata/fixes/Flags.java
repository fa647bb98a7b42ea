package cases.fixes;

import java.util.function.IntFunction;
import org.lockkeeper.annotations.Cooperative;

/** Loops that wait for what another thread says: without {@code volatile} they may never see it. */
public class Flags implements IntFunction<Object> {
  private boolean stopped;
  private static int edition;
  private boolean toggled;
  private int left = 3;
  private volatile boolean seen;
  private boolean locked;
  private final Board board = new Board();

  /** With 0 says stop; with n waits for it, for 2 to the power of n rounds at most. */
  @Override
  public Object apply(int step) {
    if (step == 0) {
      stopped = true;
    }
    return step == 0 || waits((1L << (step & 31)) - 1);
  }

  /** Goes through all numbers up to the last before it gives up. */
  @Cooperative
  private boolean waits(long last) {
    long x = 0;
    while (!stopped) { // want LoopWithoutYield "stopped"
      x = (x * 5 + 1) & last;
      if (x == 0) {
        return false;
      }
    }
    return true;
  }

  @Cooperative
  void readsNews() {
    while (edition == 0) { // want LoopWithoutYield "edition"
      Thread.onSpinWait();
    }
  }

  static void tell(int number) {
    edition = number;
  }

  /** What is asked for by a getter. */
  @Cooperative
  void asks() {
    while (!isStopped()) { // want LoopWithoutYield "isStopped"
      Thread.onSpinWait();
    }
  }

  private boolean isStopped() {
    return stopped;
  }

  /** Two steps stay two steps. */
  @Cooperative
  void counts() {
    while (left > 0) { // want LoopWithoutYield "left"
      Thread.onSpinWait();
    }
  }

  @Cooperative
  void watches() {
    while (!toggled) { // want LoopWithoutYield "toggled"
      Thread.onSpinWait();
    }
  }

  void change() {
    left--;
    toggled = !toggled;
    seen = true;
  }

  /** It is volatile already. */
  @Cooperative
  void sees() {
    while (!seen) { // want LoopWithoutYield "seen"
      Thread.onSpinWait();
    }
  }

  /** The lock makes it visible. */
  @Cooperative
  void asksUnderALock() {
    while (!locked()) { // want LoopWithoutYield "locked"
      Thread.onSpinWait();
    }
  }

  private synchronized boolean locked() {
    return locked;
  }

  synchronized void lock() {
    locked = true;
  }

  @Cooperative
  void readsBoard() {
    while (!board.open) { // want LoopWithoutYield "open"
      Thread.onSpinWait();
    }
  }

  void open() {
    board.open = true;
  }

  /** Another class of the file. */
  static class Board {
    boolean open;
  }
}
