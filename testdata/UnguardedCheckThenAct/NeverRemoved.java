package cases.uncheckedcheckthenact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was found stays: the map is private and nothing is ever taken out. */
public class NeverRemoved {
  private final Map<String, Codec> codecs = new ConcurrentHashMap<>();

  public void register(String name, Codec codec) {
    codecs.put(name, codec);
  }

  public String mime(String name) {
    if (codecs.containsKey(name)) {
      return codecs.get(name).mime();
    }
    return "application/octet-stream";
  }

  public Codec require(String name) {
    if (!codecs.containsKey(name)) {
      throw new IllegalArgumentException("no codec " + name);
    }
    return codecs.get(name);
  }

  /** How to encode. */
  public interface Codec {
    String mime();
  }
}
