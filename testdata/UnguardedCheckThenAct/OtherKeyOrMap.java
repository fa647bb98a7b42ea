package cases.uncheckedcheckthenact;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** The test is about something else than the action. */
public class OtherKeyOrMap {
  private final Map<String, String> users = new ConcurrentHashMap<>();
  private final Map<String, String> emails = new ConcurrentHashMap<>();
  private final Queue<String> inbox = new ConcurrentLinkedQueue<>();
  private final Queue<String> outbox = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean enabled = new AtomicBoolean();
  private final AtomicLong lastSeen = new AtomicLong();

  /** Asks one map, fills another one. */
  public void email(String user, String email) {
    if (users.containsKey(user)) {
      emails.put(user, email);
    }
  }

  public void deriveKey(String parent, String child) {
    if (users.containsKey(parent)) {
      users.put(parent + "/" + child, child);
    }
  }

  public void rename(String from, String to) {
    if (users.get(from) != null) {
      users.put(to, from);
    }
  }

  public void forward(String message) {
    if (inbox.isEmpty()) {
      outbox.add(message);
    }
  }

  public void twoObjects(OtherKeyOrMap other, String user) {
    if (!users.containsKey(user)) {
      other.users.put(user, user);
    }
  }

  public void touch(long now) {
    if (enabled.get()) {
      lastSeen.set(now);
    }
  }

  public void reassigned(String key) {
    if (!users.containsKey(key)) {
      key = key.trim();
      users.put(key, "trimmed");
    }
  }
}
