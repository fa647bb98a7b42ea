package cases.unguardedcheckthenact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The key that was asked for is read back from the new object, or cut to size by helpers. */
class NamedByTheirMakers {
  record Mail(String id, String address) {}

  static class User {
    private final String id;

    User(String id) {
      this.id = id;
    }

    String getId() {
      return id;
    }
  }

  private final Map<String, User> users = new ConcurrentHashMap<>();
  private final Map<String, Mail> mails = new ConcurrentHashMap<>();

  User user(String id) {
    User user = users.get(id);
    if (user == null) {
      user = new User(id);
      users.put(user.getId(), user); // want UnguardedCheckThenAct "users"
    }
    return user;
  }

  void register(String id) {
    if (!users.containsKey(id)) {
      save(new User(id)); // want UnguardedCheckThenAct "users"
    }
  }

  private void save(User user) {
    users.put(user.id, user);
  }

  void send(String address) {
    if (mails.containsKey(address)) {
      throw new IllegalStateException("sent already");
    }
    Mail mail = new Mail("1", address);
    mails.put(mail.address(), mail); // want UnguardedCheckThenAct "mails"
  }

  /** Another key than the one that was asked for. */
  void other(String id, String other) {
    if (!users.containsKey(id)) {
      User user = new User(other);
      users.put(user.getId(), user);
    }
  }

  private boolean has(String name) {
    return users.containsKey(name.trim());
  }

  private void store(String name, User user) {
    users.put(name.trim(), user);
  }

  void byHelpers(String name) {
    if (!has(name)) {
      store(name, new User(name)); // want UnguardedCheckThenAct "users"
    }
  }

  private static String norm(String name) {
    return name.toUpperCase();
  }

  void byNorm(String name) {
    if (!users.containsKey(norm(name))) {
      put(name); // want UnguardedCheckThenAct "users"
    }
  }

  private void put(String name) {
    users.put(norm(name), new User(name));
  }
}
