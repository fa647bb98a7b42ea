import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A look whether there is anything at all saves the call of a helper that goes through it. */
class SweptByHelpers {
  private final Set<String> missing = ConcurrentHashMap.newKeySet();
  private final Lock lock = new ReentrantLock();
  private final List<String> late = new ArrayList<>();

  void miss(String queue) {
    missing.add(queue);
  }

  void next() {
    if (!missing.isEmpty()) {
      declare();
    }
  }

  private void declare() {
    Iterator<String> all = missing.iterator();
    while (all.hasNext()) {
      String queue = all.next();
      if (queue.endsWith("!")) {
        all.remove();
      }
    }
  }

  void remember(String bean) {
    lock.lock();
    try {
      late.add(bean);
    } finally {
      lock.unlock();
    }
  }

  void start() {
    if (!late.isEmpty()) {
      startLate();
    }
  }

  private void startLate() {
    lock.lock();
    try {
      late.forEach(System.out::println);
      late.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the last one, and there may be none by then. */
  void startLast() {
    if (!late.isEmpty()) {
      takeLast(); // want UnguardedCheckThenAct "`late` may change between isEmpty"
    }
  }

  private void takeLast() {
    lock.lock();
    try {
      System.out.println(late.remove(late.size() - 1));
    } finally {
      lock.unlock();
    }
  }
}
