package cases.loopwithoutyield;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RecursiveTask;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.YieldPoint;

/** What yields, and whether one must, depends on the scheduler. */
public class Schedulers {
  private volatile boolean busy = true;

  /** An event loop runs other events only when the handler returns. */
  @Cooperative("event-loop")
  void onReadable() {
    while (busy) { // want LoopWithoutYield "loop"
      Thread.yield();
    }
  }

  /** The same on the thread of the user interface. */
  void install(JButton button) {
    button.addActionListener(
        event -> {
          while (busy) { // want LoopWithoutYield "loop"
            Math.sqrt(2);
          }
        });
    SwingUtilities.invokeLater(
        () -> {
          while (busy) { // want LoopWithoutYield "loop"
            Thread.yield();
          }
        });
  }

  /** A worker beside the user interface. */
  static class Renderer extends SwingWorker<Integer, Void> {
    private volatile boolean dirty = true;

    @Override
    protected Integer doInBackground() {
      int frames = 0;
      while (dirty) {
        frames++;
      }
      return frames;
    }

    @Override
    protected void done() {
      while (dirty) { // want LoopWithoutYield "loop"
        firePropertyChange("dirty", true, dirty);
      }
    }
  }

  /** A scheduler of one's own, with its own way to yield. */
  interface Coroutine {
    @YieldPoint
    void suspend();
  }

  @Cooperative("game")
  void monster(Coroutine self) {
    while (busy) {
      Math.sqrt(2);
      self.suspend();
    }
  }

  @Cooperative("game")
  void boss(Coroutine self) {
    while (busy) { // want LoopWithoutYield "loop"
      Math.sqrt(2);
    }
    self.suspend();
  }

  /** A virtual thread gives its carrier back whenever it blocks. */
  @Cooperative("virtual-thread")
  void poll() throws InterruptedException {
    while (busy) {
      Math.sqrt(2);
      Thread.sleep(10);
    }
  }

  @Cooperative("virtual-thread")
  long mine(long target) {
    long nonce = 0;
    while (Long.hashCode(nonce * 31) != target) { // want LoopWithoutYield "loop"
      nonce++;
    }
    return nonce;
  }

  /** The threads of a fork/join pool are ordinary threads, there to be kept busy. */
  static class Search extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1;
    private final long target;

    Search(long target) {
      this.target = target;
    }

    @Override
    protected Long compute() {
      long nonce = 0;
      while (Long.hashCode(nonce * 31) != target) {
        nonce++;
      }
      return nonce;
    }
  }

  CompletableFuture<Long> search(long target) {
    return CompletableFuture.supplyAsync(
            () -> {
              long nonce = 0;
              while (Long.hashCode(nonce * 17) != target) {
                nonce++;
              }
              return nonce;
            })
        .thenApply(found -> found + 1);
  }
}
