package quickstart;

import java.util.Queue;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.YieldPoint;

/** A task on a scheduler that cannot interrupt it. */
public class Importer {
  private final Queue<String> lines;
  private long bytes;

  public Importer(Queue<String> lines) {
    this.lines = lines;
  }

  /** Other tasks starve until the queue is empty. */
  @Cooperative
  public void drain() {
    while (!lines.isEmpty()) { // want LoopWithoutYield
      bytes += lines.remove().length();
    }
  }

  /** The same, with a yield point in each round. */
  @Cooperative
  public void drainPolitely() {
    while (!lines.isEmpty()) {
      bytes += lines.remove().length();
      letOthersRun();
    }
  }

  @YieldPoint
  private void letOthersRun() {
    Thread.yield();
  }

  /** How much was read. */
  public long bytes() {
    return bytes;
  }
}
