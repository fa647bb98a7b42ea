package cases.lockorderinversion.crossfile;

import java.util.HashMap;
import java.util.Map;

/** Knows the products; asks the warehouse how many there are. */
public class Catalog {
  private final Warehouse warehouse;
  private final Map<String, String> titles = new HashMap<>();

  public Catalog(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  public synchronized String page(String sku) {
    return titles.get(sku) + ": " + warehouse.count(sku); // want LockOrderInversion "shelves"
  }

  synchronized boolean knows(String sku) {
    return titles.containsKey(sku);
  }
}
