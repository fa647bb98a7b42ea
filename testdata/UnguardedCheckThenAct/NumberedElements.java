package cases.unguardedcheckthenact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Vector;
import java.util.concurrent.CopyOnWriteArrayList;

/** The number of elements is taken for a number that nobody else gets. */
public class NumberedElements {
  public record User(int id, String name) {}

  private final List<String> names = Collections.synchronizedList(new ArrayList<>());
  private final Vector<String> paths = new Vector<>();
  private final List<User> users = new CopyOnWriteArrayList<>();

  public int register(String name) {
    int index = names.size();
    names.add(name); // want UnguardedCheckThenAct "`names` may change between size (line 18) and add"
    return index;
  }

  public int intern(String path) {
    int id = paths.size();
    paths.addElement(path); // want UnguardedCheckThenAct "paths"
    return id;
  }

  public int registerLast(String name) {
    names.add(name);
    return names.size() - 1; // want UnguardedCheckThenAct "`names` may change between add (line 30) and size"
  }

  public User create(String name) {
    User user = new User(users.size() + 1, name);
    users.add(user); // want UnguardedCheckThenAct "users"
    return user;
  }

  public void createQuietly(String name) {
    users.add(new User(users.size(), name)); // want UnguardedCheckThenAct "users"
  }

  public int registerLocked(String name) {
    synchronized (names) {
      int index = names.size();
      names.add(name);
      return index;
    }
  }

  /** A count is out of date whenever it is read. */
  public int registerBackwards(String name) {
    names.add(name);
    return -names.size();
  }

  public int registerAndCount(String name) {
    names.add(name);
    return names.size();
  }

  public void registerAndLog(String name) {
    int before = names.size();
    names.add(name);
    System.out.println(name + " after " + before);
  }

  public int ofOwn(List<String> all) {
    List<String> own = new ArrayList<>();
    all.forEach(own::add);
    int index = own.size();
    own.add("end");
    return index;
  }
}
