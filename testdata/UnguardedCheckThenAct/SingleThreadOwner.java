package cases.uncheckedcheckthenact;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lockkeeper.annotations.ConfinedTo;

/** One thread changes the map, the others only look. */
public class SingleThreadOwner {
  private final Map<String, Integer> positions = new ConcurrentHashMap<>();
  private final ExecutorService owner = Executors.newSingleThreadExecutor();

  @ConfinedTo("scheduler")
  private final Map<String, Integer> timers = new ConcurrentHashMap<>();

  public void open(String id) {
    owner.execute(
        () -> {
          if (!positions.containsKey(id)) {
            positions.put(id, 0);
          }
        });
  }

  public void close(String id) {
    owner.execute(() -> positions.remove(id));
  }

  public Integer position(String id) {
    return positions.get(id);
  }

  @ConfinedTo("scheduler")
  void schedule(String id, int delay) {
    if (timers.get(id) == null) {
      timers.put(id, delay);
    }
  }
}
