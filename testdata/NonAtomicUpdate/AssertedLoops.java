package cases.nonatomicupdate;

import java.util.concurrent.CompletableFuture;
import javax.annotation.concurrent.ThreadSafe;
import javax.swing.SwingUtilities;

/** Counters of one thread, as assertions say. */
public class AssertedLoops {

  @ThreadSafe
  public static class Queries {
    private final CompletableFuture<Integer> done = new CompletableFuture<>();
    private int pending;
    private int failed;
    private int told;
    private int filled;

    void start(int n) {
      SwingUtilities.invokeLater(() -> startHere(n));
    }

    private void startHere(int n) {
      assert SwingUtilities.isEventDispatchThread();
      for (int i = 0; i < n; i++) {
        query(i);
      }
    }

    public void query(int number) {
      assert SwingUtilities.isEventDispatchThread();
      pending += 1;
      done.thenRun(this::handleResult);
    }

    private void handleResult() {
      pending -= 1;
      if (pending == 0) {
        done.complete(failed);
      }
    }

    public void fill(int n) {
      assert SwingUtilities.isEventDispatchThread();
      filled += n; // want NonAtomicUpdate "filled"
    }

    /** Whoever calls this need not be in that thread. */
    public void empty() {
      filled -= 1; // want NonAtomicUpdate "filled"
    }

    /** Nobody asserts anything here. */
    void fail() {
      failed += 1; // want NonAtomicUpdate "failed"
    }

    /** To ask is not to assert. */
    void tell() {
      if (SwingUtilities.isEventDispatchThread()) {
        done.complete(told);
      }
      told += 1; // want NonAtomicUpdate "told"
    }
  }
}
