package cases.fixes;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.lockkeeper.annotations.GuardedBy;

/** Fixes that would change what the code means are not offered, and the message says why. */
public class Refused {
  private final ConcurrentMap<String, String> texts = new ConcurrentHashMap<>();
  private final Map<String, String> plain = new HashMap<>();
  private boolean connected;
  private final ConcurrentMap<String, Object> mixed = new ConcurrentHashMap<>();

  /** A mapping function cannot throw IOException. */
  String checked(String key) throws IOException {
    String text = texts.get(key);
    if (text == null) {
      text = read(key);
      texts.put(key, text); // want UnguardedCheckThenAct "texts"
    }
    return text;
  }

  /** Other keys of the same bin would wait, too. */
  String blocking(String key) {
    String text = texts.get(key);
    if (text == null) {
      text = fetch(key);
      texts.put(key, text); // want UnguardedCheckThenAct "texts"
    }
    return text;
  }

  /** The function would change the map that it is called by. */
  String reentrant(String key) {
    String text = texts.get(key);
    if (text == null) {
      text = linked(key);
      texts.put(key, text); // want UnguardedCheckThenAct "texts"
    }
    return text;
  }

  /** {@code put} would throw, {@code computeIfAbsent} would do nothing. */
  void nullable(String key) {
    if (!texts.containsKey(key)) {
      texts.put(key, find(key)); // want UnguardedCheckThenAct "texts"
    }
  }

  /** What was there before is told apart from what is there now. */
  boolean usedDifferently(String key) {
    String text = texts.get(key);
    if (text == null) {
      texts.put(key, key.trim()); // want UnguardedCheckThenAct "texts"
    }
    return text == null;
  }

  /** Two calls of a plain map are not one step, and neither is one. */
  void notConcurrent(String key) {
    if (!plain.containsKey(key)) {
      plain.put(key, key); // want UnguardedCheckThenAct "plain"
    }
  }

  synchronized void forget() {
    plain.clear();
  }

  /** Another text that is equal is not to go. */
  void release(String key, String mine) {
    if (texts.get(key) == mine) {
      texts.remove(key); // want UnguardedCheckThenAct "texts"
    }
  }

  /** Who knows what another's code waits for, while others wait for the lock. */
  void connect(Link link) throws IOException {
    if (!connected) {
      link.open();
      connected = true; // want UnguardedCheckThenAct "connected"
    }
  }

  synchronized void disconnect() {
    connected = false;
  }

  /** Others implement it. */
  interface Link {
    void open() throws IOException;
  }

  /** A desk and its guard. */
  static final class Desk {
    private final Object lock = new Object();

    @GuardedBy("lock")
    private int drawers;
  }

  /** Without a desk there is no lock either. */
  boolean stocked(Desk desk) {
    return desk != null && desk.drawers > 0; // want UnguardedAccess "drawers"
  }

  /** What comes out is cast as before. */
  String cast(String key) throws IOException {
    String text = (String) mixed.get(key);
    if (text == null) {
      text = read(key);
      mixed.put(key, text); // want UnguardedCheckThenAct "mixed"
    }
    return text;
  }

  private static String read(String key) throws IOException {
    throw new IOException(key);
  }

  private static String fetch(String key) {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return key;
  }

  private String linked(String key) {
    texts.merge("links", key, String::concat);
    return key;
  }

  private static String find(String key) {
    return key.isEmpty() ? null : key;
  }
}
