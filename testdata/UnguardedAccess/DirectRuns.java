package cases.unguardedaccess;

import java.util.concurrent.Executor;
import org.lockkeeper.annotations.GuardedBy;

/** Tasks that run at once have the locks of who hands them over. */
public class DirectRuns {
  private final Object lock = new Object();
  private final Executor direct = Runnable::run;
  private final Executor pool;

  @GuardedBy("lock")
  private int count;

  DirectRuns(Executor pool) {
    this.pool = pool;
  }

  void direct() {
    synchronized (lock) {
      direct.execute(() -> count++);
    }
  }

  void pooled() {
    synchronized (lock) {
      pool.execute(() -> count++); // want UnguardedAccess "count"
    }
  }

  void unlocked() {
    direct.execute(() -> count++); // want UnguardedAccess "count"
  }
}
