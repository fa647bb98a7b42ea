package cases.nonatomicupdate;

import java.util.List;
import java.util.stream.IntStream;

/** Virtual threads that are started one after the other share what they are given. */
class VirtualRounds_21 {

  static class Hits {
    private int hits;

    void hit() {
      hits++; // want NonAtomicUpdate "hits"
    }

    static void start() {
      Hits hits = new Hits();
      for (int i = 0; i < 100; i++) {
        Thread.startVirtualThread(hits::hit);
      }
    }
  }

  static class Rows {
    private int rows;
    private int later;

    void load() {
      List<Thread> all =
          IntStream.range(0, 4)
              .mapToObj(i -> Thread.ofVirtual().unstarted(() -> rows++)) // want NonAtomicUpdate "rows"
              .toList();
      all.forEach(Thread::start);
    }

    void loadOne() throws InterruptedException {
      Thread one = Thread.startVirtualThread(() -> later++);
      one.join();
      later++;
    }
  }
}
