import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Failed deliveries, counted for each thread, and for each topic. */
class ValuesOfThreads {
  private final Map<Thread, Map<String, Integer>> ofThread = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Integer>> ofTopic = new ConcurrentHashMap<>();

  boolean failed(String delivery, int most) {
    Thread me = Thread.currentThread();
    Map<String, Integer> mine = ofThread.computeIfAbsent(me, t -> new HashMap<>());
    int times = mine.getOrDefault(delivery, 0) + 1;
    mine.put(delivery, times);
    if (times < most) {
      return false;
    }
    mine.remove(delivery);
    if (mine.isEmpty()) {
      ofThread.remove(me);
    }
    return true;
  }

  void forget(String delivery) {
    ofThread.get(Thread.currentThread()).remove(delivery);
  }

  boolean failedOn(String topic, String delivery, int most) {
    Map<String, Integer> all = ofTopic.computeIfAbsent(topic, t -> new HashMap<>());
    int times = all.getOrDefault(delivery, 0) + 1;
    all.put(delivery, times); // want NonAtomicUpdate "`put` on a value of `ofTopic` is not safe"
    return times >= most;
  }

  void forgetOn(String topic, String delivery) {
    ofTopic.get(topic).remove(delivery); // want NonAtomicUpdate "`remove` on a value of `ofTopic`"
  }
}
