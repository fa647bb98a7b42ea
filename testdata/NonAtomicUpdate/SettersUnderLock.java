package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;

/** Who locks to count by getter and setter shows that threads share the number. */
public class SettersUnderLock {
  private final ReentrantLock lock = new ReentrantLock();
  private int hits;
  private int lines;

  int getHits() {
    return hits;
  }

  void setHits(int hits) {
    this.hits = hits;
  }

  int getLines() {
    return lines;
  }

  void setLines(int lines) {
    this.lines = lines;
  }

  void hit() {
    lock.lock();
    try {
      setHits(getHits() + 1);
    } finally {
      lock.unlock();
    }
  }

  void takeBack() {
    setHits(getHits() - 1); // want NonAtomicUpdate "hits"
  }

  /** Nobody locks to count these. */
  void line() {
    setLines(getLines() + 1);
  }

  /** Some of the lists break when two threads change them, and this method makes such ones. */
  static class Topics {
    private final Map<String, List<String>> members = new ConcurrentHashMap<>();

    void join(String topic, String who) {
      members.putIfAbsent(topic, new ArrayList<>());
      members.get(topic).add(who); // want NonAtomicUpdate "members"
    }

    void joinRight(String topic, String who) {
      members.computeIfAbsent(topic, t -> new CopyOnWriteArrayList<>()).add(who);
    }
  }
}
