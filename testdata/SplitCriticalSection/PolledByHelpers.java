package cases.splitcriticalsection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Helpers that take what is there, if anything: their callers look, or pass {@code null} on. */
class PolledByHelpers {
  private final Deque<String> tasks = new ArrayDeque<>();
  private final Queue<String> names = new ConcurrentLinkedQueue<>();

  private synchronized boolean hasTask() {
    return !tasks.isEmpty();
  }

  private synchronized String nextTask() {
    return tasks.poll();
  }

  private synchronized String firstTask() {
    return tasks.removeFirst();
  }

  synchronized void add(String task) {
    tasks.add(task);
  }

  String passedOn() {
    return hasTask() ? nextTask() : null;
  }

  int lookedAt() {
    if (!hasTask()) {
      return 0;
    }
    String task = nextTask();
    return task == null ? 0 : task.length();
  }

  int trusted() {
    if (!hasTask()) {
      return 0;
    }
    String task = nextTask(); // want SplitCriticalSection "tasks"
    return task.length();
  }

  String removed() {
    return hasTask() ? firstTask() : null; // want SplitCriticalSection "tasks"
  }

  String name() {
    return names.isEmpty() ? null : names.poll();
  }

  String nameOrOther() {
    return names.isEmpty() ? "nobody" : names.poll(); // want UnguardedCheckThenAct "names"
  }
}
