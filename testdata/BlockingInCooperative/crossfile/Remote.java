package cases.blockingincooperative.crossfile;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/** Asks another thread. */
public class Remote {
  private final BlockingQueue<String> requests = new SynchronousQueue<>();
  private final BlockingQueue<String> replies = new SynchronousQueue<>();

  String ask(String what) {
    try {
      requests.put(what);
      return replies.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
