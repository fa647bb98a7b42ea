package cases.lockorderinversion;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The same shape with open calls: listeners are called when the lock is given back. */
public class OpenCallListener {

  interface TradeListener {
    void onTrade(String symbol, long price);
  }

  static class Exchange {
    private final List<TradeListener> listeners = new ArrayList<>();
    private final List<TradeListener> fast = new CopyOnWriteArrayList<>();
    private long last;

    public synchronized void subscribe(TradeListener listener) {
      listeners.add(listener);
    }

    public synchronized void unsubscribe(TradeListener listener) {
      listeners.remove(listener);
    }

    public void publish(String symbol, long price) {
      List<TradeListener> copy;
      synchronized (this) {
        last = price;
        copy = new ArrayList<>(listeners);
      }
      for (TradeListener listener : copy) {
        listener.onTrade(symbol, price);
      }
      for (TradeListener listener : fast) {
        listener.onTrade(symbol, price);
      }
    }

    public synchronized long last() {
      return last;
    }
  }

  static class Recorder implements TradeListener {
    private final Exchange exchange;
    private long volume;

    Recorder(Exchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public synchronized void onTrade(String symbol, long price) {
      volume += price;
    }

    public synchronized long stop() {
      exchange.unsubscribe(this);
      return volume;
    }
  }
}
