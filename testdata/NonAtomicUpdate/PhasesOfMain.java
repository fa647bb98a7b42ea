package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A program counts alone before it begins its threads, and once they have ended. */
class PhasesOfMain {
  static class Joined {
    private static int total;

    static synchronized void add() {
      total++;
    }

    static synchronized int total() {
      return total;
    }

    public static void main(String[] args) throws InterruptedException {
      total++;
      Thread first = new Thread(Joined::add);
      Thread second = new Thread(() -> add());
      total++;
      first.start();
      total++; // want NonAtomicUpdate "total"
      second.start();
      first.join();
      total++; // want NonAtomicUpdate "total"
      second.join();
      total++;
    }
  }

  static class Pooled {
    private static final Map<String, Integer> words = new ConcurrentHashMap<>();

    static void load(String[] all) {
      for (String word : all) {
        Integer n = words.get(word);
        words.put(word, n == null ? 1 : n + 1);
      }
    }

    private static void report() {
      words.put("reports", words.get("reports") + 1);
    }

    private static void meanwhile() {
      words.put("looks", words.get("looks") + 1); // want NonAtomicUpdate "words"
    }

    public static void main(String[] args) throws InterruptedException {
      load(args);
      ExecutorService pool = Executors.newFixedThreadPool(2);
      for (String each : args) {
        pool.execute(() -> words.merge(each, 1, Integer::sum));
      }
      meanwhile();
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.DAYS);
      report();
    }
  }

  static class Listed {
    private static volatile long seen;

    private static void look(int rounds) {
      for (int i = 0; i < rounds; i++) {
        long now = seen;
        seen = now + 1; // want NonAtomicUpdate "seen"
      }
    }

    public static void main(String[] args) throws InterruptedException {
      List<Thread> all = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Thread each = new Thread(() -> look(10));
        all.add(each);
        each.start();
      }
      for (Thread each : all) {
        each.join();
      }
      long last = seen;
      seen = last - 1;
    }
  }

  static class ByHelpers {
    private static final Map<String, Integer> words = new ConcurrentHashMap<>();

    private static void begin() {
      new Thread(() -> words.merge("begun", 1, Integer::sum)).start();
    }

    private static void whole() throws InterruptedException {
      Thread worker = new Thread(() -> words.merge("whole", 1, Integer::sum));
      worker.start();
      worker.join();
    }

    public static void main(String[] args) throws InterruptedException {
      whole();
      words.put("whole", words.get("whole") + 1);
      begin();
      words.put("begun", words.get("begun") + 1); // want NonAtomicUpdate "words"
    }
  }

  /** What other programs do with it is not known. */
  static class WithoutThreads {
    static final Map<String, Integer> words = new ConcurrentHashMap<>();

    public static void main(String[] args) {
      words.put("one", words.get("one") + 1); // want NonAtomicUpdate "words"
    }
  }

  static class CalledAgain {
    static final Map<String, Integer> words = new ConcurrentHashMap<>();

    public static void main(String[] args) {
      words.put("one", words.get("one") + 1); // want NonAtomicUpdate "words"
      new Thread(() -> main(args)).start();
    }
  }
}
