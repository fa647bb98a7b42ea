package cases.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.YieldPoint;

/** What calls do, who runs what when, who owns what, how long loops are. */
public class Effects {
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  @YieldPoint
  void pause() {
    Thread.yield();
  }

  private void nap() throws InterruptedException {
    Thread.sleep(100); // want fact "blocks as sleep"
  }

  @Cooperative("event-loop")
  void task() throws InterruptedException {
    nap(); // want fact "runs on event-loop", fact "blocks as sleep", BlockingInCooperative "nap"
  }

  void yields() {
    pause(); // want fact "yields"
  }

  void accesses(String k) {
    counts.containsKey(k); // want fact "checks counts"
    counts.put(k, 1); // want fact "acts counts"
    counts.forEach((a, b) -> b.toString()); // want fact "iterates counts", fact "runs lambda now"
  }

  void handOff() {
    pool.submit(() -> counts.clear()); // want fact "runs lambda later on pool"
    new Thread(this::yields).start(); // want fact "runs yields later on thread"
  }

  List<String> owned() {
    List<String> made = new ArrayList<>();
    made.add("x"); // want fact "acts new ArrayList owned"
    return made;
  }

  int loops(List<Integer> all) {
    int sum = 0;
    for (int i = 0; i < 10; i++) { // want fact "loop constant"
      sum += i;
    }
    for (int i : all) { // want fact "loop linear"
      sum += i;
    }
    while (counts.isEmpty()) { // want fact "loop unbounded"
      sum++;
    }
    return sum;
  }
}
