package cases.blockingincooperative;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.lockkeeper.annotations.Blocking;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.NonBlocking;

/** What is declared counts, whatever the body shows. */
public class Contracts {

  interface Gateway {
    @Blocking
    String call(String request);

    @NonBlocking
    boolean offer(String request);

    CompletableFuture<String> callAsync(String request);
  }

  @Cooperative
  String direct(Gateway gateway) {
    return gateway.call("ping"); // want BlockingInCooperative "call"
  }

  @Cooperative
  String indirect(Gateway gateway) {
    return twice(gateway); // want BlockingInCooperative "twice"
  }

  private static String twice(Gateway gateway) {
    return gateway.call("a") + gateway.call("b");
  }

  @Cooperative
  boolean fine(Gateway gateway) {
    return gateway.offer("ping") && !gateway.callAsync("pong").isDone();
  }

  @Blocking
  static native int readDevice(int port);

  @Cooperative
  int device() {
    return readDevice(7); // want BlockingInCooperative "readDevice"
  }

  /** Nothing is known of it: taken to be harmless, unless asked to be strict. */
  static native int peekDevice(int port);

  @Cooperative
  int unknown() {
    return peekDevice(7);
  }

  /** Overrides of cooperative methods. */
  abstract static class Task {
    @Cooperative
    abstract void run(int round);

    void close() {}
  }

  static class Consumer extends Task {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    void run(int round) {
      try {
        lines.take(); // want BlockingInCooperative "take"
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    void close() {
      try {
        lines.put("end");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Implementations and lambdas of a cooperative interface. */
  @Cooperative
  @FunctionalInterface
  interface Step {
    void go() throws Exception;
  }

  Step step(CompletableFuture<String> answer) {
    return () -> answer.get(); // want BlockingInCooperative "get"
  }

  static void schedule(@Cooperative Runnable task) {
    task.run();
  }

  void lambda(CompletableFuture<String> answer) {
    schedule(() -> answer.join()); // want BlockingInCooperative "join"
  }

  void reference(CompletableFuture<String> answer) {
    schedule(answer::join); // want BlockingInCooperative "join"
  }
}
