package cases.unguardedcheckthenact;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The keys are gone through, and each is looked up, though others take entries out. */
class KeysLookedUp {
  record Job(String name, long due) {
    void run() {
      System.out.println(name);
    }
  }

  private final ConcurrentMap<String, Job> jobs = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Long> sizes = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Job> kept = new ConcurrentHashMap<>();

  void add(Job job) {
    jobs.put(job.name(), job);
    kept.put(job.name(), job);
    sizes.put(job.name(), job.due());
  }

  void cancel(String name) {
    jobs.remove(name);
    sizes.remove(name);
  }

  void runAll() {
    for (String name : jobs.keySet()) {
      jobs.get(name).run(); // want UnguardedCheckThenAct "jobs"
    }
  }

  void runAllByVariable() {
    for (String name : jobs.keySet()) {
      Job job = jobs.get(name); // want UnguardedCheckThenAct "jobs"
      job.run();
    }
  }

  long total() {
    long total = 0;
    for (String name : sizes.keySet()) {
      total += sizes.get(name); // want UnguardedCheckThenAct "sizes"
    }
    return total;
  }

  void runAllThatAreThere() {
    for (String name : jobs.keySet()) {
      Job job = jobs.get(name);
      if (job != null) {
        job.run();
      }
    }
  }

  void runEntries() {
    for (Map.Entry<String, Job> each : jobs.entrySet()) {
      each.getValue().run();
    }
  }

  /** Nobody takes anything out of it. */
  void runKept() {
    for (String name : kept.keySet()) {
      kept.get(name).run();
    }
  }

  void runCopy() {
    Map<String, Job> copy = new TreeMap<>(jobs);
    for (String name : copy.keySet()) {
      copy.get(name).run();
    }
  }

  /** Another map need not have it at all. */
  void print() {
    for (String name : kept.keySet()) {
      System.out.println(name + jobs.get(name));
    }
  }
}
