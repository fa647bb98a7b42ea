package cases.uncheckedcheckthenact;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** Locals that several threads get hold of. */
public class CapturedByTasks {

  public Map<String, Integer> index(List<String> files, ExecutorService pool) {
    Map<String, Integer> index = new ConcurrentHashMap<>();
    for (String file : files) {
      pool.submit(
          () -> {
            if (!index.containsKey(file)) {
              index.put(file, file.length()); // want UnguardedCheckThenAct "index"
            }
          });
    }
    return index;
  }

  public void parallel(List<String> lines, Consumer<String> sink) {
    Set<String> emitted = ConcurrentHashMap.newKeySet();
    lines.parallelStream()
        .forEach(
            line -> {
              if (!emitted.contains(line)) {
                emitted.add(line); // want UnguardedCheckThenAct "emitted"
                sink.accept(line);
              }
            });
  }

  public void anonymous(Map<Long, String> names, long id) {
    Map<Long, String> shared = new ConcurrentHashMap<>(names);
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            if (shared.get(id) == null) {
              shared.put(id, "unnamed"); // want UnguardedCheckThenAct "shared"
            }
          }
        };
    new Thread(task).start();
    new Thread(task).start();
  }

  /** One thread from beginning to end. */
  public Map<String, Integer> sequential(List<String> lines) {
    Map<String, Integer> first = new ConcurrentHashMap<>();
    lines.stream()
        .forEach(
            line -> {
              if (!first.containsKey(line)) {
                first.put(line, first.size());
              }
            });
    return first;
  }
}
