package cases.uncheckedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** {@code putIfAbsent} decides who won; its answer must be used. */
public class DroppedPutIfAbsent {
  private final ConcurrentMap<String, Channel> channels = new ConcurrentHashMap<>();

  /** The loser hands out a channel that is not in the map. */
  public Channel lost(String name) {
    Channel c = channels.get(name);
    if (c == null) {
      c = new Channel();
      channels.putIfAbsent(name, c); // want UnguardedCheckThenAct "channels"
    }
    return c;
  }

  public Channel resultUsed(String name) {
    Channel c = channels.get(name);
    if (c == null) {
      Channel fresh = new Channel();
      Channel winner = channels.putIfAbsent(name, fresh);
      c = winner == null ? fresh : winner;
    }
    return c;
  }

  public Channel readAgain(String name) {
    Channel c = channels.get(name);
    if (c == null) {
      channels.putIfAbsent(name, new Channel());
      c = channels.get(name);
    }
    return c;
  }

  public Channel compute(String name) {
    Channel c = channels.get(name);
    if (c == null) {
      c = channels.computeIfAbsent(name, n -> new Channel());
    }
    return c;
  }

  public void ensure(String name) {
    if (!channels.containsKey(name)) {
      channels.putIfAbsent(name, new Channel());
    }
  }

  /** Has subscribers. */
  public static final class Channel {}
}
