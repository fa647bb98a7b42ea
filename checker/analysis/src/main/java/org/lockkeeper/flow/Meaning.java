package org.lockkeeper.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lockkeeper.facts.Fact;
import org.lockkeeper.facts.FactBook;
import org.lockkeeper.ir.MethodRef;

/**
 * The facts about one called method that change the state of the caller, looked up once.
 *
 * @param locking whether any fact says what happens to locks, so that no body need be asked
 * @param stateful whether it checks, changes or uses a container
 * @param stores whether it may put its arguments into a container
 * @param touches whether it does that or goes through one
 * @param removes whether it takes something out of a container
 * @param own whether it returns what belongs to the calling thread, or that thread itself
 * @param joins whether it waits for the end of tasks, or for what they say
 * @param contracts whether callers must or must not hold something
 */
public record Meaning(
    List<Fact.Acquires> acquires,
    List<Fact.Releases> releases,
    List<Fact.Held> proves,
    List<Fact.Ensures> ensures,
    List<Fact.Waits> waits,
    List<Fact.Takes> takes,
    List<Fact.Gives> gives,
    Optional<Fact.Returns> returns,
    Optional<Fact.Finds> finds,
    boolean fresh,
    List<Fact.Runs> runs,
    List<Fact.InContext> contexts,
    List<Fact.Ready> ready,
    boolean exits,
    boolean idempotent,
    boolean atomic,
    boolean locking,
    boolean stateful,
    boolean stores,
    boolean touches,
    boolean removes,
    boolean own,
    boolean joins,
    boolean contracts) {

  /** How a thread waits for the end of another, or for what it says. */
  private static final Set<String> JOINS =
      Set.of("wait-thread", "future", "latch", "barrier", "executor", "fork-join");

  private static final Meaning NOTHING =
      new Meaning(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          false,
          List.of(),
          List.of(),
          List.of(),
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          false,
          false);

  /** Whether the answer itself tells something, whatever a known body returns. */
  boolean tells() {
    return !contexts.isEmpty() || !proves.isEmpty();
  }

  /** What the facts of a method come to. */
  public static Meaning of(FactBook book, MethodRef method) {
    if (book.facts(method).isEmpty()) {
      return NOTHING;
    }
    List<Fact.Acquires> acquires = book.all(Fact.Acquires.class, method);
    List<Fact.Releases> releases = book.all(Fact.Releases.class, method);
    List<Fact.Waits> waits = book.all(Fact.Waits.class, method);
    List<Fact.Takes> takes = book.all(Fact.Takes.class, method);
    List<Fact.Gives> gives = book.all(Fact.Gives.class, method);
    boolean stores = book.says(Fact.Acts.class, method);
    boolean stateful =
        stores || book.says(Fact.Checks.class, method) || book.says(Fact.Uses.class, method);
    return new Meaning(
        acquires,
        releases,
        book.all(Fact.Held.class, method),
        book.all(Fact.Ensures.class, method),
        waits,
        takes,
        gives,
        book.first(Fact.Returns.class, method),
        book.first(Fact.Finds.class, method),
        book.says(Fact.ReturnsFresh.class, method) || book.says(Fact.ReturnsTrait.class, method),
        book.all(Fact.Runs.class, method),
        book.all(Fact.InContext.class, method),
        book.all(Fact.Ready.class, method),
        book.says(Fact.Exits.class, method),
        book.says(Fact.Idempotent.class, method),
        book.says(Fact.Atomic.class, method),
        Stream.of(acquires, releases, waits, takes, gives).anyMatch(f -> !f.isEmpty()),
        stateful,
        stores,
        stateful || book.says(Fact.Iterates.class, method),
        book.says(Fact.Removes.class, method),
        own(book, method),
        book.all(Fact.Blocks.class, method).stream().anyMatch(b -> JOINS.contains(b.kind())),
        !gives.isEmpty() || contract(book, method));
  }

  private static boolean own(FactBook book, MethodRef method) {
    return book.all(Fact.ReturnsTrait.class, method).stream()
        .anyMatch(r -> r.trait() == Fact.Trait.CONFINED);
  }

  private static boolean contract(FactBook book, MethodRef method) {
    return book.says(Fact.GuardedBy.class, method)
        || book.says(Fact.Holds.class, method)
        || book.says(Fact.Excludes.class, method);
  }
}
