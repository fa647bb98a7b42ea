package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;

/** The listener interface has one implementation, which locks itself and calls back. */
public class ListenerCallback {

  interface PriceListener {
    void onPrice(String symbol, long price);
  }

  static class Feed {
    private final List<PriceListener> listeners = new ArrayList<>();

    public synchronized void subscribe(PriceListener listener) {
      listeners.add(listener);
    }

    public synchronized void unsubscribe(PriceListener listener) {
      listeners.remove(listener);
    }

    public synchronized void publish(String symbol, long price) {
      for (PriceListener listener : listeners) {
        listener.onPrice(symbol, price); // want LockOrderInversion "listener"
      }
    }
  }

  static class Ticker implements PriceListener {
    private final Feed feed;
    private long last;

    Ticker(Feed feed) {
      this.feed = feed;
    }

    @Override
    public synchronized void onPrice(String symbol, long price) {
      last = price;
    }

    public synchronized long stop() {
      feed.unsubscribe(this);
      return last;
    }
  }
}
