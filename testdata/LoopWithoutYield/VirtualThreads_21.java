package cases.loopwithoutyield;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;

/** Virtual threads are not taken off their carrier while they compute. */
public class VirtualThreads_21 {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final ExecutorService perTask = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running = true;
  private volatile long found;

  void mine(long target) {
    Thread.startVirtualThread(
        () -> {
          long nonce = 0;
          while (Long.hashCode(nonce * 31) != target) { // want LoopWithoutYield "loop"
            nonce++;
          }
          found = nonce;
        });
  }

  void mineByBuilder(long target) {
    Thread.ofVirtual().name("miner").start(() -> search(target)); // want LoopWithoutYield "search"
  }

  private void search(long target) {
    long nonce = target;
    while (running) {
      nonce = nonce * 31 + target;
    }
    found = nonce;
  }

  void mineByExecutor(long target) {
    perTask.submit(
        () -> {
          long nonce = 0;
          while (Long.hashCode(nonce * 17) != target) { // want LoopWithoutYield "loop"
            nonce++;
          }
          return nonce;
        });
  }

  void mineByFactory(long target) {
    ThreadFactory miners = Thread.ofVirtual().name("miner").factory();
    miners.newThread(() -> search(target)).start(); // want LoopWithoutYield "search"
  }

  /** Blocking is the yield. */
  void consume() {
    Thread.startVirtualThread(
        () -> {
          try {
            while (running) {
              found = lines.take().length();
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** So is asking for it. */
  void polite(long target) {
    Thread.startVirtualThread(
        () -> {
          long nonce = 0;
          while (Long.hashCode(nonce * 31) != target) {
            nonce++;
            Thread.yield();
          }
          found = nonce;
        });
  }

  /** A platform thread can be preempted. */
  void platform(long target) {
    Thread.ofPlatform().start(() -> search(target));
  }
}
