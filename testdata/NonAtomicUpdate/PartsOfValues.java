package cases.nonatomicupdate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/** Plain collections that the objects in a concurrent map have. */
class PartsOfValues {
  static class User {
    private final Map<String, Integer> scores = new HashMap<>();
    private final List<String> tags = new ArrayList<>();
    private final Queue<String> mails = new ConcurrentLinkedQueue<>();
    private final List<String> guarded = new ArrayList<>();
  }

  private final ConcurrentMap<String, User> users = new ConcurrentHashMap<>();

  void score(String name, String game) {
    users.get(name).scores.merge(game, 1, Integer::sum); // want NonAtomicUpdate "scores"
  }

  void tag(String name, String tag) {
    User user = users.get(name);
    if (user != null) {
      user.tags.add(tag); // want NonAtomicUpdate "tags"
    }
  }

  void tagNew(String name, String tag) {
    users.computeIfAbsent(name, key -> new User()).tags.add(tag); // want NonAtomicUpdate "tags"
  }

  void mail(String name, String mail) {
    users.get(name).mails.add(mail);
  }

  void guard(String name, String text) {
    User user = users.get(name);
    synchronized (user) {
      user.guarded.add(text);
    }
  }

  void tagInside(String name, String tag) {
    users.computeIfPresent(
        name,
        (key, user) -> {
          user.tags.add(tag);
          return user;
        });
  }

  /** Nobody else finds what was taken out. */
  List<String> close(String name) {
    User user = users.remove(name);
    user.tags.add("closed");
    return user.tags;
  }

  void create(String name) {
    User user = new User();
    user.tags.add("new");
    users.putIfAbsent(name, user);
  }
}
