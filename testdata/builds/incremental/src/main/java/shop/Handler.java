package shop;

import java.io.IOException;
import org.lockkeeper.annotations.Cooperative;

/** Runs on an event loop. */
public class Handler {
  private final Supplier supplier;

  /** With a supplier that takes its time. */
  public Handler(Supplier supplier) {
    this.supplier = supplier;
  }

  /** Waits for it. */
  @Cooperative("event-loop")
  public String answer() throws IOException {
    return "in stock: " + supplier.stock();
  }
}
