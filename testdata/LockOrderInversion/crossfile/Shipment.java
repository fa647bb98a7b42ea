package cases.lockorderinversion.crossfile;

import java.util.List;
import java.util.Map;

/** What arrives. Takes no lock of its own, but is called under one and calls into another. */
public class Shipment {
  private final Catalog catalog;
  private final List<String> skus;

  public Shipment(Catalog catalog, List<String> skus) {
    this.catalog = catalog;
    this.skus = List.copyOf(skus);
  }

  void unpack(Map<String, Integer> into) {
    for (String sku : skus) {
      if (catalog.knows(sku)) {
        into.merge(sku, 1, Integer::sum);
      }
    }
  }
}
