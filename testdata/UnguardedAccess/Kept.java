package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;
import org.lockkeeper.annotations.Excludes;

/** A lock that is held through a call that asks not to. */
public class Kept {
  private final Object lock = new Object();
  private final List<String> lines = new ArrayList<>();

  @Excludes("lock")
  void flush(String line) {
    System.out.println(line);
  }

  public void add(String line) {
    synchronized (lock) {
      lines.add(line);
    }
  }

  public void addAndFlush(String line) {
    synchronized (lock) {
      lines.add(line);
      flush(line); // want UnguardedAccess "must not be called while `lock` is held"
    }
  }
}
