package cases.unguardedcheckthenact;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A key that is written twice is one key, if what works it out gives the same for the same. */
public class KeysWorkedOutTwice {
  record Slot(String room, int hour) {}

  static final class Form {
    private final Properties values = new Properties();

    String getValue(String name) {
      return values.getProperty(name, "nobody");
    }
  }

  static final class Range {
    private final int from;
    private final int to;

    Range(int from, int to) {
      this.from = from;
      this.to = to;
    }
  }

  private final ConcurrentMap<String, String> users = new ConcurrentHashMap<>();
  private final ConcurrentMap<Object, String> booked = new ConcurrentHashMap<>();
  private final Map<String, Integer> words = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private int drawn;

  void register(String name) {
    if (!users.containsKey(name.toLowerCase(Locale.ROOT))) {
      users.put(name.toLowerCase(Locale.ROOT), name); // want UnguardedCheckThenAct "users"
    }
  }

  void registerOther(String name) {
    if (!users.containsKey(name.toLowerCase(Locale.ROOT))) {
      users.put(name.toUpperCase(Locale.ROOT), name);
    }
  }

  void registerOtherName(String name, String alias) {
    if (!users.containsKey(name.trim())) {
      users.put(alias.trim(), name);
    }
  }

  void number(int id) {
    if (users.get(String.valueOf(id)) == null) {
      users.put(String.valueOf(id), "new"); // want UnguardedCheckThenAct "users"
    }
  }

  void book(String room, int hour, String who) {
    if (!booked.containsKey(new Slot(room, hour))) {
      booked.put(new Slot(room, hour), who); // want UnguardedCheckThenAct "booked"
    }
  }

  void bookNext(String room, int hour, String who) {
    if (!booked.containsKey(new Slot(room, hour))) {
      booked.put(new Slot(room, hour + 1), who);
    }
  }

  /** They are told apart by what they are. */
  void bookRange(int from, int to, String who) {
    if (!booked.containsKey(new Range(from, to))) {
      booked.put(new Range(from, to), who);
    }
  }

  void bookPair(String room, int hour, String who) {
    if (!booked.containsKey(List.of(room, hour))) {
      booked.put(List.of(room, hour), who); // want UnguardedCheckThenAct "booked"
    }
  }

  void visit(Form request) {
    if (!users.containsKey(request.getValue("user"))) {
      users.put(request.getValue("user"), "seen"); // want UnguardedCheckThenAct "users"
    }
  }

  void visitOther(Form request) {
    if (!users.containsKey(request.getValue("user"))) {
      users.put(request.getValue("friend"), "seen");
    }
  }

  void load(Properties settings) {
    if (!users.containsKey(settings.getProperty("admin", "root"))) {
      users.put(settings.getProperty("admin", "root"), "admin"); // want UnguardedCheckThenAct "users"
    }
  }

  void all(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (!users.containsKey(names.get(i))) {
        users.put(names.get(i), "all"); // want UnguardedCheckThenAct "users"
      }
    }
  }

  void normalised(String name) {
    if (!users.containsKey(normal(name))) {
      users.put(normal(name), name); // want UnguardedCheckThenAct "users"
    }
  }

  private static String normal(String name) {
    String trimmed = name.trim();
    return trimmed.isEmpty() ? "nobody" : trimmed.toLowerCase(Locale.ROOT);
  }

  void count(String line) {
    words.put(line.split(" ")[0], words.getOrDefault(line.split(" ")[0], 0) + 1); // want NonAtomicUpdate "words"
  }

  /** The next word each time. */
  void pairs(Iterator<String> in) {
    if (!users.containsKey(in.next())) {
      users.put(in.next(), "second");
    }
  }

  void fresh() {
    if (!booked.containsKey(UUID.randomUUID())) {
      booked.put(UUID.randomUUID(), "free");
    }
  }

  void ticket() {
    if (!booked.containsKey(ids.incrementAndGet())) {
      booked.put(ids.incrementAndGet(), "ticket");
    }
  }

  void draw(String prefix) {
    if (!users.containsKey(next(prefix))) {
      users.put(next(prefix), "drawn");
    }
  }

  private String next(String prefix) {
    drawn++;
    return prefix + drawn;
  }

  void registerRight(String name) {
    users.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
  }
}
