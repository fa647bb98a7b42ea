package cases.unguardedcheckthenact;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The value that was used last is kept, together with its key. */
class LastUsed {
  static final class Entry {
    final Class<?> type;
    final String text;

    Entry(Class<?> type, String text) {
      this.type = type;
      this.text = text;
    }
  }

  static class Names {
    private volatile Entry last;
    private final Map<Class<?>, Entry> all = new ConcurrentHashMap<>();

    String of(Object o) {
      Entry e = last;
      if (e != null && e.type.equals(o.getClass())) {
        return e.text;
      }
      e = new Entry(o.getClass(), o.toString());
      last = e;
      return e.text;
    }

    Entry shared(Object o) {
      Entry e = this.last;
      if (e != null && e.type == o.getClass()) {
        return e;
      }
      e = all.get(o.getClass());
      if (e == null) {
        e = all.computeIfAbsent(o.getClass(), t -> new Entry(t, t.getName()));
      }
      return this.last = e;
    }

    void forget() {
      last = null;
    }
  }

  /** The textbook's. */
  static class Factors {
    static final class One {
      private final long number;
      private final long[] factors;

      One(long number, long[] factors) {
        this.number = number;
        this.factors = factors;
      }

      long[] of(long i) {
        return factors == null || number != i ? null : Arrays.copyOf(factors, factors.length);
      }
    }

    private volatile One cache = new One(0, null);

    long[] of(long number, Function<Long, long[]> factorize) {
      long[] factors = cache.of(number);
      if (factors == null) {
        factors = factorize.apply(number);
        cache = new One(number, factors);
      }
      return factors;
    }
  }

  /** What is kept is the state: others trust it as it is. */
  static class Current {
    private volatile Entry current;

    String use(Class<?> type, Function<Class<?>, String> open) {
      Entry e = current;
      if (e == null || !e.type.equals(type)) {
        e = new Entry(type, open.apply(type));
        current = e; // want UnguardedCheckThenAct "current"
      }
      return e.text;
    }

    String text() {
      Entry e = current;
      return e == null ? "" : e.text;
    }
  }

  /** Nobody asks for a key: there is to be one. */
  static class Only {
    private volatile Entry only;

    Entry get(Object o) {
      Entry e = only;
      if (e == null) {
        e = new Entry(o.getClass(), o.toString());
        only = e; // want UnguardedCheckThenAct "only"
      }
      return e;
    }
  }

  /** Answers with what is there then, which may be for another key. */
  static class Twice {
    private volatile Entry last;

    String of(Object o) {
      if (last == null || !last.type.equals(o.getClass())) {
        last = new Entry(o.getClass(), o.toString()); // want UnguardedCheckThenAct "last"
      }
      return last.text;
    }
  }
}
