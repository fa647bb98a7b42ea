package org.lockkeeper.facts;

import java.util.List;
import java.util.Optional;

/**
 * A small statement about a method, field or type. {@link #toString()} is its text in a facts file;
 * each record's comment gives its form.
 */
public sealed interface Fact {

  // ---- blocking and yielding -------------------------------------------------------------------

  /**
   * The calling thread may wait for something outside its control. {@code blocks [as KIND] [for ARG
   * UNIT]}: {@code blocks as sleep for 0 millis}, {@code blocks as queue-timed for 1 unit 2}.
   *
   * @param kind free word such as {@code sleep}, {@code file}, {@code lock}; empty when not given
   * @param timeout how long at most, when an argument says so
   */
  record Blocks(String kind, Optional<Timeout> timeout) implements Fact {
    @Override
    public String toString() {
      return "blocks"
          + (kind.isEmpty() ? "" : " as " + kind)
          + timeout.map(t -> " for " + t).orElse("");
    }
  }

  /**
   * The bound of a wait. {@code 0 millis} or {@code 1 unit 2}.
   *
   * @param amount argument index of the number (or of a {@code java.time.Duration})
   * @param unit {@code nanos}, {@code micros}, {@code millis}, {@code seconds}, {@code minutes},
   *     {@code duration}; {@code this} when the receiver is the {@code TimeUnit}; empty when an
   *     argument says it
   * @param unitArg argument index of the {@code TimeUnit}; -1 when fixed
   */
  record Timeout(int amount, String unit, int unitArg) {
    @Override
    public String toString() {
      return amount + " " + (unitArg < 0 ? unit : "unit " + unitArg);
    }
  }

  /**
   * Other tasks of the context get to run. {@code yields}, {@code yields on virtual-thread}.
   *
   * @param context empty for every context
   */
  record Yields(String context) implements Fact {
    @Override
    public String toString() {
      return "yields" + (context.isEmpty() ? "" : " on " + context);
    }
  }

  /**
   * Keeps a virtual thread's carrier. {@code pins}, {@code pins before 24}.
   *
   * @param before first JDK that no longer pins; 0 for all
   */
  record Pins(int before) implements Fact {
    @Override
    public String toString() {
      return "pins" + (before == 0 ? "" : " before " + before);
    }
  }

  /** Burns the processor without yielding. {@code spins}. */
  record Spins() implements Fact {
    @Override
    public String toString() {
      return "spins";
    }
  }

  // ---- locks -----------------------------------------------------------------------------------

  /** Under which result a fact holds. Written as {@code if true}, …; nothing for ALWAYS. */
  enum When {
    ALWAYS(""),
    IF_TRUE(" if true"),
    IF_FALSE(" if false"),
    IF_NULL(" if null"),
    IF_NOT_NULL(" if not null"),
    IF_ZERO(" if zero"),
    IF_NOT_ZERO(" if not zero");

    private final String text;

    When(String text) {
      this.text = text;
    }

    /** With a leading blank, empty for ALWAYS. */
    public String text() {
      return text;
    }
  }

  /** How a lock is held. Written as a word after the target; nothing for EXCLUSIVE. */
  enum Mode {
    EXCLUSIVE,
    /** Several holders at once. */
    SHARED,
    /** A {@code StampedLock}'s optimistic read: valid only once validated. */
    OPTIMISTIC,
    /** One of a semaphore's permits. */
    PERMIT;

    /** With a leading blank, empty for EXCLUSIVE. */
    public String text() {
      return this == EXCLUSIVE ? "" : " " + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** {@code acquires this}, {@code acquires this shared if true}. */
  record Acquires(Target lock, Mode mode, When when) implements Fact {
    @Override
    public String toString() {
      return "acquires " + lock + mode.text() + when.text();
    }
  }

  /**
   * {@code releases this}, {@code releases this shared}. Mode is absent when any mode is released:
   * {@code releases this any}.
   */
  record Releases(Target lock, Optional<Mode> mode) implements Fact {
    @Override
    public String toString() {
      return "releases " + lock + mode.map(Mode::text).orElse(" any");
    }
  }

  /**
   * A test whose outcome proves that the lock is held (or a stamp valid). {@code held this if
   * true}.
   */
  record Held(Target lock, Mode mode, When when) implements Fact {
    @Override
    public String toString() {
      return "held " + lock + mode.text() + when.text();
    }
  }

  /**
   * Returns normally, or with that answer, only when the argument is true. {@code ensures 0},
   * {@code ensures 0 if true}.
   */
  record Ensures(Target argument, When when) implements Fact {
    @Override
    public String toString() {
      return "ensures " + argument + when.text();
    }
  }

  /** Waits on a condition, giving its lock back meanwhile. {@code waits this}. */
  record Waits(Target condition) implements Fact {
    @Override
    public String toString() {
      return "waits " + condition;
    }
  }

  /** Wakes waiters. {@code signals this}. */
  record Signals(Target condition) implements Fact {
    @Override
    public String toString() {
      return "signals " + condition;
    }
  }

  /** Callers must hold the guard (an expression). {@code holds lock}. */
  record Holds(String guard, Mode mode) implements Fact {
    @Override
    public String toString() {
      return "holds " + guard + mode.text();
    }
  }

  /** Callers must not hold the guard. {@code excludes lock}. */
  record Excludes(String guard) implements Fact {
    @Override
    public String toString() {
      return "excludes " + guard;
    }
  }

  /** Gives the guard to the caller, who had it not. {@code takes lock} ({@code @Acquires}). */
  record Takes(String guard, When when) implements Fact {
    @Override
    public String toString() {
      return "takes " + guard + when.text();
    }
  }

  /** Takes the guard away from the caller, who had it. {@code gives lock} ({@code @Releases}). */
  record Gives(String guard) implements Fact {
    @Override
    public String toString() {
      return "gives " + guard;
    }
  }

  /**
   * Of a field, or of a method's call: only under one of these. {@code guarded by lock}, {@code
   * guarded by a | b}.
   */
  record GuardedBy(List<String> guards) implements Fact {
    /** Freezes the list. */
    public GuardedBy {
      guards = List.copyOf(guards);
    }

    @Override
    public String toString() {
      return "guarded by " + String.join(" | ", guards);
    }
  }

  /** Of a type or package: locks are taken left to right. {@code locks order A.x < B.y}. */
  record LockOrder(List<String> locks) implements Fact {
    /** Freezes the list. */
    public LockOrder {
      locks = List.copyOf(locks);
    }

    @Override
    public String toString() {
      return "locks order " + String.join(" < ", locks);
    }
  }

  // ---- shared state ----------------------------------------------------------------------------

  /**
   * Asks about state that another thread may change; {@code present} says which answer promises
   * that the thing asked about is there. {@code checks this[0] present if true}; {@code checks
   * this} when none does.
   */
  record Checks(Target what, When present) implements Fact {
    @Override
    public String toString() {
      return "checks " + what + (present == When.ALWAYS ? "" : " present" + present.text());
    }
  }

  /** Changes state that someone may have asked about. {@code acts this[0]}. */
  record Acts(Target what) implements Fact {
    @Override
    public String toString() {
      return "acts " + what;
    }
  }

  /** Of a method that acts: takes something out. {@code removes this[0]}. */
  record Removes(Target what) implements Fact {
    @Override
    public String toString() {
      return "removes " + what;
    }
  }

  /**
   * Needs the thing to be there: {@code get} after {@code containsKey}, {@code element}. {@code
   * uses this[0]}.
   */
  record Uses(Target what) implements Fact {
    @Override
    public String toString() {
      return "uses " + what;
    }
  }

  /** Tests and acts in one step. {@code atomic}. */
  record Atomic() implements Fact {
    @Override
    public String toString() {
      return "atomic";
    }
  }

  /** Goes through all elements. {@code iterates this}. */
  record Iterates(Target what) implements Fact {
    @Override
    public String toString() {
      return "iterates " + what;
    }
  }

  /** Returns what a container has for a key, the same for the same key. {@code finds this[0]}. */
  record Finds(Target what) implements Fact {
    @Override
    public String toString() {
      return "finds " + what;
    }
  }

  /** Takes time in proportion to the size. {@code scans this}. */
  record Scans(Target what) implements Fact {
    @Override
    public String toString() {
      return "scans " + what;
    }
  }

  /**
   * Of a type: this check followed by this act is one call. {@code fuses containsKey put into
   * putIfAbsent}. The words are method names.
   */
  record Fuses(String check, String act, String into) implements Fact {
    @Override
    public String toString() {
      return "fuses " + check + " " + act + " into " + into;
    }
  }

  /** What kind of object a type's instances are, for sharing. */
  enum Trait {
    /**
     * Every single operation is thread-safe without the caller's lock: concurrent collections,
     * atomics.
     */
    CONCURRENT,
    /** Every single operation locks the object itself: {@code Vector}, synchronized wrappers. */
    SYNCHRONIZED,
    /** Taken for what it does, and not for the locks that it always had: {@code Stack}. */
    LEGACY,
    /** Thread-safe, with no compound use to get wrong. */
    THREAD_SAFE,
    /** Never changes. */
    IMMUTABLE,
    /** Breaks when two threads use one instance without a lock. */
    NOT_THREAD_SAFE,
    /** Is a lock, to be acquired and released by calls. */
    LOCK,
    /** Instances are called by many threads: servlets, handlers marked sharable. */
    COMPONENT,
    /** Instances are used by one thread only. */
    CONFINED,
    /** A queue that takes whatever is put into it: putting never waits. */
    UNBOUNDED,
    /** Hands out its elements in an order of their own, and not in one that somebody chose. */
    SORTED,
    /** A stream that does not end by itself. */
    ENDLESS,
    /** A stream that ends, whatever it comes from. */
    LIMITED,
    /** A stream whose functions several threads run at once. */
    PARALLEL;

    /** {@code not thread-safe} for NOT_THREAD_SAFE. */
    public String text() {
      return switch (this) {
        case NOT_THREAD_SAFE -> "not thread-safe";
        case THREAD_SAFE -> "thread-safe";
        default -> name().toLowerCase(java.util.Locale.ROOT);
      };
    }
  }

  /** Of a type, or (with {@code returns}) of what a method returns. {@code is concurrent}. */
  record Is(Trait trait) implements Fact {
    @Override
    public String toString() {
      return "is " + trait.text();
    }
  }

  /** What the objects of a type are there for, whoever wrote it. */
  enum Shape {
    /** Elements that are put in one by one. */
    COLLECTION,
    /** A collection whose elements have numbers, in the order they came. */
    LIST,
    /** A collection that takes what it is given, also what it has already. */
    QUEUE,
    /** An entry for each key. */
    MAP,
    /** A map that tells keys apart by what they are, and not by what they equal. */
    IDENTITY,
    /** A key of a map, with its value. */
    ENTRY,
    /** Stands somewhere in something: one thread at a time moves it. */
    CURSOR,
    /** Goes through what it was made of when it is asked for a result, and not before. */
    STREAM,
    /** Is asked for what somebody works out. */
    FUTURE,
    /** Is there to be locked, and for nothing else. */
    LOCK,
    /** Is thrown where what was asked for is not there. */
    ABSENCE,
    /** Has one thing or none, and which of both is an answer. */
    OPTIONAL,
    /** Was found by its name: who looks again finds the same. */
    NAMED;

    /** {@code collection}. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Of a type. {@code works as collection}. */
  record WorksAs(Shape shape) implements Fact {
    @Override
    public String toString() {
      return "works as " + shape.text();
    }
  }

  /** Of a method's result. {@code returns concurrent}. */
  record ReturnsTrait(Trait trait) implements Fact {
    @Override
    public String toString() {
      return "returns " + trait.text();
    }
  }

  /** How a result relates to the receiver or an argument. */
  enum Relation {
    SAME(""),
    /** A live view or part: {@code keySet()}, {@code iterator()}. */
    PART("part of "),
    READ_SIDE("read side of "),
    WRITE_SIDE("write side of "),
    CONDITION("condition of "),
    /** The class of an object. */
    CLASS("class of ");

    private final String text;

    Relation(String text) {
      this.text = text;
    }

    /** With a trailing blank, empty for SAME. */
    public String text() {
      return text;
    }
  }

  /**
   * {@code returns this}, {@code returns 0}, {@code returns part of this}, {@code returns read side
   * of this}.
   */
  record Returns(Relation relation, Target of) implements Fact {
    @Override
    public String toString() {
      return "returns " + relation.text() + of;
    }
  }

  /** The result is new and nobody else has it. {@code returns fresh}. */
  record ReturnsFresh() implements Fact {
    @Override
    public String toString() {
      return "returns fresh";
    }
  }

  // ---- who runs what, where ---------------------------------------------------------------------

  /**
   * The function object in this argument (or the receiver: {@code runs this later}) is run. {@code
   * runs 0 later}, {@code runs 1 now}, {@code runs 0 later on event-loop}, {@code runs 0 later on
   * any}.
   *
   * @param when what is empty, or not, if it is run at all: {@code runs 0 now if null} where the
   *     receiver has no value
   * @param later after or beside the call, maybe by another thread
   * @param context where; {@code caller} (empty) when now; {@code pool}, {@code event-loop}, …;
   *     empty when unknown
   */
  record Runs(Target what, boolean later, When when, String context) implements Fact {
    @Override
    public String toString() {
      return "runs "
          + what
          + (later ? " later" : " now")
          + when.text()
          + (context.isEmpty() ? "" : " on " + context);
    }
  }

  /**
   * Of a functional type: when unknown code gets one, it runs it now or later. {@code run later by
   * default}, {@code run later on event-loop by default}.
   *
   * @param context where; empty when unknown
   */
  record RunByDefault(boolean later, String context) implements Fact {
    @Override
    public String toString() {
      String where = context.isEmpty() ? "" : " on " + context;
      return "run " + (later ? "later" : "now") + where + " by default";
    }
  }

  /**
   * The method, or every method that implements one of the type, runs in this context. {@code runs
   * on event-loop}.
   */
  record RunsOn(String context) implements Fact {
    @Override
    public String toString() {
      return "runs on " + context;
    }
  }

  /**
   * Of a type: its methods that return this run in this context, those of one object on several of
   * its threads. {@code answers reactor.core.publisher.Mono on event-loop}.
   */
  record Answers(String returned, String context) implements Fact {
    @Override
    public String toString() {
      return "answers " + returned + " on " + context;
    }
  }

  /**
   * Runs on a scheduler that cannot preempt ({@code @Cooperative}). {@code cooperative}, {@code
   * cooperative on NAME}.
   */
  record Cooperative(String scheduler) implements Fact {
    @Override
    public String toString() {
      return "cooperative" + (scheduler.isEmpty() ? "" : " on " + scheduler);
    }
  }

  /**
   * What follows in the pipeline runs on the scheduler in this argument. {@code continues on 0}.
   */
  record Continues(Target scheduler) implements Fact {
    @Override
    public String toString() {
      return "continues on " + scheduler;
    }
  }

  /**
   * The pipeline starts on the scheduler in this argument, which is all of it as far as nothing
   * continues elsewhere. {@code starts on 0}.
   */
  record Starts(Target scheduler) implements Fact {
    @Override
    public String toString() {
      return "starts on " + scheduler;
    }
  }

  /**
   * The returned scheduler, or the source of the returned pipeline, runs its tasks there. {@code
   * provides event-loop}.
   */
  record Provides(String context) implements Fact {
    @Override
    public String toString() {
      return "provides " + context;
    }
  }

  /**
   * Of what makes an executor: which argument says how many threads run its tasks. {@code threads
   * 0}.
   */
  record Threads(int argument) implements Fact {
    @Override
    public String toString() {
      return "threads " + argument;
    }
  }

  /** A test that tells the context. {@code in event-loop if true}. */
  record InContext(String context, When when) implements Fact {
    @Override
    public String toString() {
      return "in " + context + when.text();
    }
  }

  /** A test after which waiting for the target no longer blocks. {@code ready this if true}. */
  record Ready(Target what, When when) implements Fact {
    @Override
    public String toString() {
      return "ready " + what + when.text();
    }
  }

  /** State or code that belongs to one named thread. {@code confined to ui}. */
  record ConfinedTo(String name) implements Fact {
    @Override
    public String toString() {
      return "confined to " + name;
    }
  }

  /** Doing it twice does no more than doing it once. {@code idempotent}. */
  record Idempotent() implements Fact {
    @Override
    public String toString() {
      return "idempotent";
    }
  }

  /**
   * A protocol promises that calls on one object come one after the other; of a type: an executor
   * whose tasks never overlap. {@code serial}.
   */
  record Serial() implements Fact {
    @Override
    public String toString() {
      return "serial";
    }
  }

  /** Never returns normally. {@code exits}. */
  record Exits() implements Fact {
    @Override
    public String toString() {
      return "exits";
    }
  }

  /**
   * Takes back an inherited fact. {@code not blocks}.
   *
   * @param kind first word of the fact taken back: {@code blocks}, {@code yields}, {@code acts}, …
   */
  record Not(String kind) implements Fact {
    @Override
    public String toString() {
      return "not " + kind;
    }
  }
}
