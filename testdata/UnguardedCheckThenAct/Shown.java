package cases.uncheckedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The whole message, as a person sees it. */
public class Shown {
  private final ConcurrentMap<String, Integer> prices = new ConcurrentHashMap<>();

  public int price(String article) {
    if (!prices.containsKey(article)) {
      prices.put(article, ask(article)); // want UnguardedCheckThenAct "prices"
    }
    return prices.getOrDefault(article, 0);
  }

  private static int ask(String article) {
    return article.length();
  }
}
