package cases.unguardedaccess;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lockkeeper.annotations.GuardedBy;

/** Fetched under the lock or not: what counts is when the object is used. */
public class LateUses {
  @GuardedBy("this")
  private final List<String> names = new ArrayList<>();

  @GuardedBy("itself")
  private final List<String> lines = new ArrayList<>();

  @GuardedBy("this")
  private List<String> batch = new ArrayList<>();

  private Consumer<String> sink;
  private final List<Runnable> undo = new ArrayList<>();

  synchronized Runnable clearer() {
    return names::clear; // want UnguardedAccess "names"
  }

  synchronized Predicate<String> known() {
    return names::contains; // want UnguardedAccess "names"
  }

  synchronized void keep() {
    sink = names::add; // want UnguardedAccess "names"
  }

  synchronized void submit(ExecutorService pool) {
    pool.execute(names::clear); // want UnguardedAccess "names"
  }

  synchronized long now(List<String> words) {
    words.forEach(names::add);
    return words.stream().filter(names::contains).count();
  }

  synchronized void undoable(String name) {
    names.add(name);
    undo.add(() -> names.remove(name)); // want UnguardedAccess "names"
  }

  synchronized Map<String, Runnable> commands() {
    return Map.of("clear", () -> names.clear()); // want UnguardedAccess "names"
  }

  /** Nobody else has the list. */
  synchronized void steps() {
    List<Runnable> steps = new ArrayList<>();
    steps.add(() -> names.clear());
    steps.forEach(Runnable::run);
  }

  synchronized Map<String, Runnable> commandsRight() {
    return Map.of("clear", this::clear);
  }

  private synchronized void clear() {
    names.clear();
  }

  /** The reference never changes: who holds the lock may have fetched it before. */
  void fetchedBefore(String name) {
    List<String> all = names;
    synchronized (this) {
      all.add(name);
    }
  }

  void usedBefore(String name) {
    List<String> all = names; // want UnguardedAccess "names"
    if (all.isEmpty()) { // want UnguardedAccess "names"
      synchronized (this) {
        all.add(name);
      }
    }
  }

  /** This one is replaced. */
  void fetchedTooEarly(String name) {
    List<String> all = batch; // want UnguardedAccess "batch"
    synchronized (this) {
      all.add(name);
    }
  }

  synchronized List<String> next() {
    List<String> old = batch;
    batch = new ArrayList<>();
    return old;
  }

  void itsOwnLock(String line) {
    List<String> all = lines;
    synchronized (all) {
      all.add(line);
    }
  }

  void notItsOwnLock(String line) {
    List<String> all = lines; // want UnguardedAccess "lines"
    synchronized (this) {
      all.add(line); // want UnguardedAccess "lines"
    }
  }
}
