package cases.unguardedcheckthenact;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

// source door only: because class files have no comments

/** Races that their author knows of and accepts, and comments that only sound like it. */
public class AcceptedInComments {
  record Chunk(byte[] bytes, boolean pooled) {}

  record Tick(long second, String text) {}

  private final AtomicReference<Chunk> lastFreed = new AtomicReference<>();
  private final Map<String, List<String>> routes = new ConcurrentHashMap<>();
  private volatile Tick tick;
  private volatile int skipped;
  private volatile int missed;
  private volatile long lastWarning;
  private volatile Exception error;
  private volatile StringBuilder namer;

  void free(Chunk chunk) {
    if (chunk.pooled() && lastFreed.get() == null) {
      lastFreed.set(chunk); // The check-and-set does not need to be atomic.
    }
  }

  void keep(Chunk chunk) {
    if (chunk.pooled() && lastFreed.get() == null) {
      lastFreed.set(chunk); // want UnguardedCheckThenAct "lastFreed"
    }
    // what follows does not need to be atomic
    System.gc();
  }

  /** The comment belongs to the first of two races. */
  void both(Chunk chunk, Exception e) {
    if (lastFreed.get() == null) {
      // A benign race: one chunk more or less.
      lastFreed.set(chunk);
    }
    System.gc();
    System.gc();
    if (error == null) {
      error = e; // want UnguardedCheckThenAct "error"
    }
  }

  String format(long second) {
    // Kept in a volatile field, so there is a small risk of inconsequential multiple
    // computations
    Tick known = tick;
    if (known != null && known.second() == second) {
      return known.text();
    }
    Tick made = new Tick(second, known == null ? "" : known.text());
    tick = made;
    return made.text();
  }

  void skip(int limit) {
    if (skipped < limit) {
      // Not atomic. Increments may be lost. Not a problem.
      skipped++;
      return;
    }
    skipped = 0;
  }

  void miss(int limit) {
    if (missed < limit) {
      missed++; // want UnguardedCheckThenAct "missed"
      return;
    }
    missed = 0;
  }

  /*
   * Not completely thread-safe but good enough for this use case: a warning more or less.
   */
  boolean mayWarn(long now) {
    if (now - lastWarning < 1000) {
      return false;
    }
    lastWarning = now;
    return true;
  }

  void failed(Exception e) {
    // Not perfectly thread-safe but good enough. Just needs to ensure that
    // once error is non-null, it can never be null.
    if (error != null) {
      return;
    }
    error = e;
  }

  void failedBadly(Exception e) {
    // TODO: this is not fully thread-safe, and errors get lost
    if (error == null) {
      error = e; // want UnguardedCheckThenAct "error"
    }
  }

  void failedLate(Exception e) {
    // Not thread safe unless the pool is stopped.
    if (error == null) {
      error = e; // want UnguardedCheckThenAct "error"
    }
  }

  List<String> route(String to, Function<String, List<String>> find) {
    List<String> known = routes.get(to);
    if (known == null) {
      known = find.apply(to);
      // it's ok to be racy here, the lists are alike
      routes.put(to, known);
    }
    return known;
  }

  List<String> routeTwice(String to, Function<String, List<String>> find) {
    List<String> known = routes.get(to);
    if (known == null) {
      // routes is a ConcurrentHashMap, so no need to synchronize: there can be no race
      known = find.apply(to);
      routes.put(to, known); // want UnguardedCheckThenAct "routes"
    }
    return known;
  }

  String name(String of) {
    // not thread-safe callers must not get the same namer: avoid a race
    if (namer == null) {
      namer = new StringBuilder(of); // want UnguardedCheckThenAct "namer"
    }
    String accepted = "this is racy";
    return namer.append(accepted).toString();
  }

  // There is no need to guard this, as at worse it will just be made a few times more than needed.
  private volatile StringBuilder scratch;
  private volatile StringBuilder title; // made late

  StringBuilder scratch() {
    if (scratch == null) {
      scratch = new StringBuilder();
    }
    return scratch;
  }

  StringBuilder title() {
    if (title == null) {
      title = new StringBuilder(); // want UnguardedCheckThenAct "title"
    }
    return title;
  }

  void onlySender(Exception e) {
    // no locking needed, as this thread is the only one that sends
    if (error == null) {
      error = e;
    }
  }

  void slow(Exception e) {
    // Can't use synchronized for the report, because it can take long.
    if (error == null) {
      System.gc();
      error = e;
    }
  }

  /** What is needed elsewhere says nothing about this. */
  void elsewhere(Exception e) {
    // no locking needed when the list is empty
    if (error == null) {
      error = e; // want UnguardedCheckThenAct "error"
    }
  }

  void asked(Exception e) {
    // TODO no lock needed, since nobody else sends?
    if (error == null) {
      error = e; // want UnguardedCheckThenAct "error"
    }
  }

  private volatile java.util.Map<String, Exception> known;

  java.util.Map<String, Exception> known() {
    // concurrent initialization is tolerant
    if (known == null) {
      known = new java.util.concurrent.ConcurrentHashMap<>();
    }
    return known;
  }

  java.util.Map<String, Exception> knownToo() {
    // concurrent initialization is slow
    if (known == null) {
      known = new java.util.concurrent.ConcurrentHashMap<>(); // want UnguardedCheckThenAct "known"
    }
    return known;
  }

  void failedOkay(Exception e) {
    System.gc();

    // Not thread-safe, but it's okay.
    if (error == null) {
      error = e;
    }
  }

  /** The look is not thread-safe, but it's fine since only one thread sends. */
  void failedFine(Exception e) {
    if (error == null) {
      error = e;
    }
  }

  void failedContended(Exception e) {
    if (error == null) {
      // Contention may exist here, but it's okay.
      error = e;
    }
  }

  void failedTwice(Exception e) {
    // no need for synchronization - in case of a race condition, the error
    // may be set twice, but it does not break anything
    if (error == null) {
      error = e;
    }
  }

  void failedRoughly(Exception e) {
    // not thread safe, but it doesn't have to be accurate
    if (error == null) {
      error = e;
    }
  }

  void failedHalfway(Exception e) {
    // this is not fully thread-safe
    if (error == null) {
      error = e;
    }
  }

  void failedUnless(Exception e) {
    // this is not fully thread-safe
    // unless the pool is stopped
    if (error == null) {
      error = e; // want UnguardedCheckThenAct "error"
    }
  }

  void failedWrongly(Exception e) {
    // Not thread-safe.
    if (error == null) {
      error = e; // want UnguardedCheckThenAct "error"
    }
  }

  void failedInRaces(Exception e) {
    // in case of a race condition, the error may be set twice
    if (error == null) {
      error = e; // want UnguardedCheckThenAct "error"
    }
  }

  void failedExactly(Exception e) {
    // contention may exist here, but the error has to be accurate
    if (error == null) {
      error = e; // want UnguardedCheckThenAct "error"
    }
  }

  void failedPlainly(Exception e) {
    // a plain test and write rather than a CAS: this only helps to debug
    if (error == null) {
      error = e;
    }
  }

  void failedByHabit(Exception e) {
    // a CAS would tell who came first
    if (error == null) {
      error = e; // want UnguardedCheckThenAct "error"
    }
  }
}
