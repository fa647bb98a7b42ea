package cases.blockingincooperative;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.lockkeeper.annotations.Blocking;
import org.lockkeeper.annotations.Cooperative;

/** Methods of others, by their names, as steps of a scheduler whose interface says what they are. */
class NamedSteps {
  interface Step {
    @Cooperative
    void run() throws Exception;
  }

  @Cooperative
  interface Job {
    void work() throws Exception;
  }

  interface Plain {
    void run() throws Exception;
  }

  interface Store {
    @Blocking
    void flush();
  }

  private final CountDownLatch started = new CountDownLatch(1);
  private Step first;

  void add(Step step) {}

  void add(String name, Job job) {}

  void addPlain(Plain plain) {}

  void ask(@Cooperative Callable<?> question) {}

  void steps(Semaphore permits, Future<String> answer, Store store) {
    add(started::await); // want BlockingInCooperative "await"
    add(permits::acquire); // want BlockingInCooperative "acquire"
    add(permits::release);
    add(started::countDown);
    add(store::flush); // want BlockingInCooperative "flush"
    add("answer", answer::get); // want BlockingInCooperative "get"
    add("load", this::load); // want BlockingInCooperative "load"
    addPlain(started::await);
  }

  void stored(BlockingQueue<String> queue) {
    first = queue::take; // want BlockingInCooperative "take"
    Job second = () -> queue.put("x"); // want BlockingInCooperative "put"
    add("second", second);
    Job third = () -> queue.offer("x");
    add("third", third);
    ask(queue::take); // want BlockingInCooperative "take"
    ask(queue::remainingCapacity);
  }

  /** Called by nobody else's thread: a wait that has nothing to do with the steps. */
  void join() throws InterruptedException {
    started.await();
  }

  /** What one step waits for is no excuse for another. */
  @Cooperative
  void waitHere() throws InterruptedException {
    started.await(); // want BlockingInCooperative "await"
  }

  @Blocking
  void load() {}
}
