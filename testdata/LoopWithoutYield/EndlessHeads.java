package cases.loopwithoutyield.workerloops;

import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lockkeeper.annotations.Cooperative;

// source door only: because class files have no line for the heads of these loops

/** Loops whose test stands at the end, or nowhere. */
@Cooperative
class EndlessHeads {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private boolean stop;

  void forEver() {
    for (; ; ) { // want LoopWithoutYield "tasks"
      Runnable r = tasks.poll();
      if (r == null) break;
      r.run();
    }
  }

  void doLoop() {
    Runnable r;
    do { // want LoopWithoutYield "tasks"
      r = tasks.poll();
      if (r != null) r.run();
    } while (r != null);
  }

  void whileTrue() {
    while (true) { // want LoopWithoutYield "stop"
      if (stop) break;
    }
  }

  void bubble(List<Integer> l) {
    boolean swapped;
    do { // want LoopWithoutYield "swapped"
      swapped = false;
      for (int i = 1; i < l.size(); i++) {
        if (l.get(i - 1) > l.get(i)) {
          Collections.swap(l, i, i - 1);
          swapped = true;
        }
      }
    } while (swapped);
  }
}
