package cases.nonatomicupdate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads that are waited for before the next one starts, and parts that one thread has. */
class OneAfterAnother {
  static class Count {
    private int inTurn;
    private int together;

    void inTurn() {
      inTurn++;
    }

    void together() {
      together++; // want NonAtomicUpdate "together"
    }
  }

  static void inTurn() throws InterruptedException {
    Count count = new Count();
    Thread first = new Thread(() -> count.inTurn());
    first.start();
    first.join();
    Thread second = new Thread(count::inTurn);
    second.start();
    second.join();
    count.inTurn();
  }

  static void together() throws InterruptedException {
    Count count = new Count();
    Thread first = new Thread(() -> count.together());
    Thread second = new Thread(() -> count.together());
    first.start();
    Thread.sleep(10);
    second.start();
    first.join();
    second.join();
  }

  static class Part {
    private int uses;
    private int shared;

    void use() {
      uses++;
    }

    void share() {
      shared++; // want NonAtomicUpdate "shared"
    }
  }

  static class Parts {
    private final ConcurrentLinkedQueue<Part> idle = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<Integer, Part> byId = new ConcurrentHashMap<>();
    private final Map<String, Part> byName = new ConcurrentHashMap<>();
    private final ThreadLocal<Part> own = ThreadLocal.withInitial(Part::new);

    void use(int id) {
      Part part = idle.poll();
      if (part == null) {
        part = make();
      }
      part.use();
      idle.add(part);
      Part removed = byId.remove(id);
      if (removed != null) {
        removed.use();
      }
      own.get().use();
      make().use();
      byName.compute(
          "all",
          (name, known) -> {
            Part found = known == null ? new Part() : known;
            found.use();
            return found;
          });
      byName.computeIfAbsent("one", name -> new Part()).share();
    }

    private Part make() {
      return new Part();
    }
  }

  static void inPool() {
    Parts parts = new Parts();
    ExecutorService pool = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 8; i++) {
      int id = i;
      pool.submit(() -> parts.use(id));
    }
  }
}
