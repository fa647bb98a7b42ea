package cases.uncheckedcheckthenact;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One call that tests and acts; or a test whose answer the act does not trust. */
public class AtomicForms {
  private final ConcurrentMap<String, List<String>> groups = new ConcurrentHashMap<>();
  private final Map<String, Integer> ages = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<String> names = new CopyOnWriteArrayList<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  public void join(String group, String member) {
    groups.computeIfAbsent(group, g -> new CopyOnWriteArrayList<>()).add(member);
  }

  /** The look before saves the lambda's allocation. */
  public List<String> members(String group) {
    List<String> found = groups.get(group);
    return found != null ? found : groups.computeIfAbsent(group, g -> new CopyOnWriteArrayList<>());
  }

  public boolean leave(String group, List<String> expected) {
    return groups.containsKey(group) && groups.remove(group, expected);
  }

  public int birthday(String name) {
    return ages.compute(name, (n, age) -> age == null ? 1 : age + 1);
  }

  public void replaceLoop(String name) {
    for (; ; ) {
      Integer age = ages.get(name);
      if (age == null) {
        if (ages.putIfAbsent(name, 1) == null) {
          return;
        }
      } else if (ages.replace(name, age, age + 1)) {
        return;
      }
    }
  }

  public void addName(String name) {
    names.addIfAbsent(name);
  }

  public void drain() {
    Runnable task;
    while ((task = tasks.poll()) != null) {
      task.run();
    }
  }

  public Integer take(String name) {
    Integer age = ages.remove(name);
    if (age == null) {
      throw new IllegalArgumentException(name);
    }
    return age;
  }

  /** Removed only if it is still what was found. */
  public void forgetUnborn() {
    for (Map.Entry<String, Integer> each : ages.entrySet()) {
      if (each.getValue() == 0) {
        ages.remove(each.getKey(), 0);
      }
    }
  }

  public void submit(Runnable task) {
    tasks.add(task);
  }
}
