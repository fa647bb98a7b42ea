package cases.lockorderinversion.crossfile;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Counts products; checks with the catalogue that they exist. */
public class Warehouse {
  private final ReentrantLock shelves = new ReentrantLock();
  private final Map<String, Integer> counts = new HashMap<>();

  int count(String sku) {
    shelves.lock();
    try {
      return counts.getOrDefault(sku, 0);
    } finally {
      shelves.unlock();
    }
  }

  public void receive(Shipment shipment) {
    shelves.lock();
    try {
      shipment.unpack(counts);
    } finally {
      shelves.unlock();
    }
  }
}
