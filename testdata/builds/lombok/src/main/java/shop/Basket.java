package shop;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import lombok.Data;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import lombok.Synchronized;

/** Half of this class is written by Lombok. */
@Data
@RequiredArgsConstructor
public class Basket {
  private final String customer;
  private int total;

  @Getter(lazy = true)
  private final String greeting = "Hello " + customer;

  private final ConcurrentMap<String, Integer> pieces = new ConcurrentHashMap<>();

  /** Two threads may both put the first piece. */
  public void add(String article) {
    if (!pieces.containsKey(article)) {
      pieces.put(article, 1);
    }
  }

  /** Under a lock that Lombok makes. */
  @Synchronized
  public void pay(int cents) {
    total += cents;
  }
}
