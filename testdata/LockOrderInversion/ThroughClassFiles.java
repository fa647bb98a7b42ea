package cases.lockorderinversion;

import java.util.ArrayDeque;
import java.util.Deque;
import org.example.courier.Courier;
import org.example.courier.Receiver;

/** One of the two locks is taken by a library's method, of which there is a class file only. */
public class ThroughClassFiles {
  private final Courier courier;
  private final Deque<String> parcels = new ArrayDeque<>();

  public ThroughClassFiles(Courier courier) {
    this.courier = courier;
  }

  public void leave(Receiver receiver) {
    synchronized (parcels) {
      parcels.clear();
      courier.forget(receiver); // want LockOrderInversion "courier"
    }
  }

  public void move(Receiver from, Receiver to) {
    synchronized (courier) {
      courier.forget(from);
      courier.register(to);
      synchronized (parcels) {
        parcels.add("moved");
      }
    }
  }
}
