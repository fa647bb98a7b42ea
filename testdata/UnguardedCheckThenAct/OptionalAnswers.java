package cases.unguardedcheckthenact;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A finder that answers with an Optional, as repositories do. */
public class OptionalAnswers {
  private final ConcurrentMap<String, String> names = new ConcurrentHashMap<>();
  private final Map<String, Long> logins = new ConcurrentHashMap<>();

  public Optional<String> find(String id) {
    return Optional.ofNullable(names.get(id));
  }

  private Optional<String> shouted(String id) {
    return Optional.ofNullable(names.get(id)).map(n -> n.toUpperCase(Locale.ROOT));
  }

  private Optional<Long> lastLogin(String id) {
    return Optional.ofNullable(logins.get(id)).filter(t -> t > 0);
  }

  public String asked(String id) {
    Optional<String> known = find(id);
    if (known.isPresent()) {
      return known.get();
    }
    String name = load(id);
    names.put(id, name); // want UnguardedCheckThenAct "names"
    return name;
  }

  public String empty(String id) {
    if (find(id).isEmpty()) {
      names.put(id, load(id)); // want UnguardedCheckThenAct "names"
    }
    return names.get(id);
  }

  public String orElse(String id) {
    return find(id).orElseGet(() -> store(id)); // want UnguardedCheckThenAct "names"
  }

  public String orElseShouted(String id) {
    return shouted(id).orElseGet(() -> store(id)); // want UnguardedCheckThenAct "names"
  }

  public void rename(String id, String to) {
    find(id).ifPresent(old -> names.put(id, to)); // want UnguardedCheckThenAct "names"
  }

  public void login(String id, long now) {
    if (!lastLogin(id).isPresent()) {
      logins.put(id, now); // want UnguardedCheckThenAct "logins"
    }
  }

  public void missedAlarm_register(String id, String name) {
    find(id)
        .ifPresent(
            old -> {
              throw new IllegalStateException(old);
            });
    names.put(id, name); // missed UnguardedCheckThenAct
  }

  public String known(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException(id));
  }

  public String orDefault(String id) {
    return find(id).orElse("nobody");
  }

  public String inOneStep(String id) {
    return find(id).orElseGet(() -> names.computeIfAbsent(id, this::load));
  }

  public void another(String id, String other) {
    if (find(id).isPresent()) {
      names.put(other, id);
    }
  }

  public void forget(String id) {
    find(id).ifPresent(old -> names.remove(id, old));
  }

  public int length(String id) {
    return find(id).map(String::length).orElse(0);
  }

  private String store(String id) {
    String name = load(id);
    names.put(id, name);
    return name;
  }

  private String load(String id) {
    return id + "!";
  }
}

/** What a stream finds, or does not find. */
class OptionalUsers {
  private final List<User> users = new CopyOnWriteArrayList<>();

  record User(String name, int level) {}

  private Optional<User> find(String name) {
    return users.stream().filter(u -> u.name().equals(name)).findAny();
  }

  private Optional<String> title(String name) {
    for (User user : users) {
      if (user.name().equals(name)) {
        return Optional.of(name + " " + user.level());
      }
    }
    return Optional.empty();
  }

  User orElseGet(String name) {
    return users.stream()
        .filter(u -> u.name().equals(name))
        .findFirst()
        .orElseGet(() -> add(name)); // want UnguardedCheckThenAct "users"
  }

  void empty(String name) {
    if (find(name).isEmpty()) {
      users.add(new User(name, 0)); // want UnguardedCheckThenAct "users"
    }
  }

  User found(String name) {
    return find(name).orElseGet(() -> add(name)); // want UnguardedCheckThenAct "users"
  }

  String titled(String name) {
    Optional<String> title = title(name);
    if (!title.isPresent()) {
      add(name); // want UnguardedCheckThenAct "users"
    }
    return title.orElse(name);
  }

  int level(String name) {
    return find(name).map(User::level).orElse(0);
  }

  void leave(String name) {
    find(name).ifPresent(users::remove);
  }

  synchronized void log(String name) {
    find(name).ifPresent(u -> System.out.println(u.level()));
    users.removeIf(u -> u.level() < 0);
  }

  private User add(String name) {
    User user = new User(name, 1);
    users.add(user);
    return user;
  }
}
