package cases.lockorderinversion;

import java.util.ArrayDeque;
import java.util.Deque;
import org.example.courier.Courier;

/** One of the two locks is taken by a library, of which there are class files only. */
public class CallbackFromClassFiles {
  private final Courier courier;
  private final Deque<String> parcels = new ArrayDeque<>();

  public CallbackFromClassFiles(Courier courier) {
    this.courier = courier;
    courier.register(this::arrived);
  }

  /** The library calls with its lock held. */
  private void arrived(String parcel) {
    synchronized (parcels) {
      parcels.add(parcel);
    }
  }

  public void send(String parcel) {
    synchronized (parcels) {
      parcels.remove(parcel);
      courier.announce(parcel); // want LockOrderInversion "courier"
    }
  }

  public int weigh(String parcel) {
    synchronized (parcels) {
      return courier.weight(parcel) + parcels.size();
    }
  }
}
