package cases.unguardedcheckthenact;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** A cache of tasks: whoever puts the first one runs it, and then puts its result there. */
class LoadedOnce {
  private final ConcurrentMap<String, Object> values = new ConcurrentHashMap<>();
  private final Function<String, Integer> loader;

  LoadedOnce(Function<String, Integer> loader) {
    this.loader = loader;
  }

  Object get(String key) throws ExecutionException, InterruptedException {
    Object found = values.get(key);
    if (found != null && !(found instanceof FutureTask)) {
      return found;
    }
    return create(key, found);
  }

  private Object create(String key, Object found) throws ExecutionException, InterruptedException {
    FutureTask<?> task;
    boolean mine = false;
    if (found != null) {
      task = (FutureTask<?>) found;
    } else {
      task = new FutureTask<>(() -> loader.apply(key));
      Object earlier = values.putIfAbsent(key, task);
      if (earlier == null) {
        mine = true;
        task.run();
      } else if (earlier instanceof FutureTask) {
        task = (FutureTask<?>) earlier;
      } else {
        return earlier;
      }
    }
    Object result = task.get();
    if (mine) {
      values.put(key, result);
    }
    return result;
  }

  void load(String key) {
    int state = 0;
    if (values.get(key) == null) {
      if (values.putIfAbsent(key, "loading") == null) {
        state = 1;
      }
      if (state == 1) {
        values.put(key, loader.apply(key));
      }
    }
  }

  /** Those that came second do it too. */
  void everybody(String key) {
    int state = 1;
    if (values.get(key) == null) {
      if (values.putIfAbsent(key, "loading") == null) {
        state = 0;
      }
      if (state == 1) {
        values.put(key, loader.apply(key)); // want UnguardedCheckThenAct "values"
      }
    }
  }

  /** The variable is set on other ways as well. */
  void urgent(String key, boolean urgent) {
    int state = urgent ? 1 : 0;
    if (values.get(key) == null) {
      if (values.putIfAbsent(key, "loading") == null) {
        state = 1;
      }
      if (state == 1) {
        values.put(key, loader.apply(key)); // want UnguardedCheckThenAct "values"
      }
    }
  }

  /** Who took an entry out has no claim to what others put there since. */
  void again(String key) {
    boolean mine = false;
    Object found = values.get(key);
    if (found != null) {
      if (values.remove(key) != null) {
        mine = true;
      }
      if (mine) {
        values.put(key, loader.apply(key)); // want UnguardedCheckThenAct "values"
      }
    }
  }
}
