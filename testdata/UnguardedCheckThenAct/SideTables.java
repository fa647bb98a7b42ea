package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is kept for each object, and found by the object itself. */
public class SideTables {
  interface Request {
    String name();
  }

  static class Topic {
    private int subscribers;

    synchronized void subscribe() {
      subscribers++;
    }
  }

  private final Map<Request, List<String>> files =
      Collections.synchronizedMap(new IdentityHashMap<Request, List<String>>());
  private final Map<Topic, List<String>> messages =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<Class<?>, List<String>> properties =
      Collections.synchronizedMap(new IdentityHashMap<>());
  private final Map<Request, List<String>> equalOnes = Collections.synchronizedMap(new HashMap<>());
  private final String folder = Objects.requireNonNull(System.getenv("SIDE_TABLES"));
  private volatile Request current;

  private List<String> list(Request request) {
    List<String> known = files.get(request);
    if (known == null) {
      known = new ArrayList<>();
      files.put(request, known);
    }
    return known;
  }

  void upload(Request request, String file) {
    list(request).add(file);
  }

  void clean(Request request, String file) {
    List<String> known = files.get(request);
    if (known != null) {
      known.remove(file);
      if (known.isEmpty()) {
        files.remove(request);
      }
    }
  }

  /** Whose request it is, nobody knows. */
  List<String> ofCurrent() {
    List<String> known = files.get(current);
    if (known == null) {
      known = new ArrayList<>();
      files.put(current, known); // want UnguardedCheckThenAct "files"
    }
    return known;
  }

  /** All threads publish to a topic. */
  List<String> of(Topic topic) {
    List<String> known = messages.get(topic);
    if (known == null) {
      known = new ArrayList<>();
      messages.put(topic, known); // want UnguardedCheckThenAct "messages"
    }
    return known;
  }

  /** There is one of each class. */
  List<String> of(Class<?> type) {
    List<String> known = properties.get(type);
    if (known == null) {
      known = new ArrayList<>();
      properties.put(type, known); // want UnguardedCheckThenAct "properties"
    }
    return known;
  }

  /** Another one that is equal has the same entry. */
  List<String> ofEqual(Request request) {
    List<String> known = equalOnes.get(request);
    if (known == null) {
      known = new ArrayList<>();
      equalOnes.put(request, known); // want UnguardedCheckThenAct "equalOnes"
    }
    return known;
  }

  /** What goes through all of them meets all threads. */
  void cleanAll() {
    if (!files.isEmpty()) {
      files.values().forEach(System.out::println);
      files.clear(); // want UnguardedCheckThenAct "files"
    }
  }

  String folder() {
    return folder;
  }
}
