package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What is done after a test and taken back later is one mistake, told where it is done. */
public class TakenBack {
  private final AtomicInteger running = new AtomicInteger();
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final ConcurrentMap<String, Thread> owners = new ConcurrentHashMap<>();
  private final List<String> log = new CopyOnWriteArrayList<>();

  void runLimited(Runnable job) {
    if (running.get() >= 5) {
      return;
    }
    running.incrementAndGet(); // want UnguardedCheckThenAct "running"
    try {
      job.run();
    } finally {
      running.decrementAndGet();
    }
  }

  void runLimitedRight(Runnable job) {
    try {
      if (running.incrementAndGet() <= 5) {
        job.run();
      }
    } finally {
      running.decrementAndGet();
    }
  }

  void runAlone(String name, Runnable job) {
    if (busy.contains(name)) {
      return;
    }
    busy.add(name); // want UnguardedCheckThenAct "busy"
    job.run();
    busy.remove(name);
  }

  void runAloneRight(String name, Runnable job) {
    if (busy.add(name)) {
      job.run();
      busy.remove(name);
    }
  }

  void own(String name, Runnable job) {
    if (owners.get(name) == null) {
      owners.put(name, Thread.currentThread()); // want UnguardedCheckThenAct "owners"
      try {
        job.run();
      } finally {
        owners.remove(name);
      }
    }
  }

  /** Two steps that take something out, each of which may find nothing. */
  List<String> firstTwo() {
    List<String> two = new ArrayList<>();
    if (log.size() > 1) {
      two.add(log.remove(0)); // want UnguardedCheckThenAct "log"
      two.add(log.remove(0)); // want UnguardedCheckThenAct "log"
    }
    return two;
  }
}
