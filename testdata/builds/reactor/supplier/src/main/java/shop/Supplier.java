package shop;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;

/** Asks somebody far away. */
public class Supplier {
  private final URL url;

  /** Of this address. */
  public Supplier(URL url) {
    this.url = url;
  }

  /** How many there are. */
  public int stock() throws IOException {
    try (InputStream answer = url.openStream()) {
      return answer.read();
    }
  }
}
