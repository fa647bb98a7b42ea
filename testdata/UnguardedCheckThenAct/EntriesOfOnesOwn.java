package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Entries that a thread knows by its number, or takes out only where they are what it put in. */
public class EntriesOfOnesOwn {
  private final ConcurrentMap<Long, StringBuilder> lines = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, StringBuilder> named = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, Object> files = new ConcurrentHashMap<>();

  public void write(String text) {
    long id = Thread.currentThread().getId();
    StringBuilder line = lines.get(id);
    if (line == null) {
      line = new StringBuilder();
      lines.put(id, line);
    }
    line.append(text).append('.');
    if (line.length() > 0) {
      lines.remove(id);
    }
  }

  public void writeByName(String text) {
    String name = Thread.currentThread().getName();
    if (!named.containsKey(name)) {
      named.put(name, new StringBuilder());
    }
    named.get(name).append(text);
    named.remove(name);
  }

  /** Others know it by its name. */
  public record Screen(String name) {}

  public void writeFor(Screen screen, String text) {
    String name = screen.name();
    if (!named.containsKey(name)) {
      named.put(name, new StringBuilder(text)); // want UnguardedCheckThenAct "named"
    }
  }

  public void delete(int id) {
    Object mark = new Object();
    while (true) {
      Object before = files.putIfAbsent(id, mark);
      if (before == null) {
        files.remove(id, mark);
        return;
      }
      if (files.get(id) == before) {
        return;
      }
    }
  }

  public void forget(int id, boolean stale) {
    Object file;
    while (true) {
      file = files.get(id);
      if (file == null) {
        file = new Object();
        if (files.putIfAbsent(id, file) != null) {
          continue;
        }
      }
      break;
    }
    if (stale) {
      files.remove(id, file);
    }
  }

  public void forgetWhatever(int id) {
    Object file = files.get(id);
    if (file != null && file.hashCode() > 7) {
      files.remove(id); // want UnguardedCheckThenAct "files"
    }
  }
}
