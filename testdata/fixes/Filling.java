package cases.fixes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Missing entries are made when they are asked for, once each. */
public class Filling implements IntFunction<Object>, Supplier<Object> {
  private final ConcurrentMap<Integer, StringBuilder> pages = new ConcurrentHashMap<>();
  private final ConcurrentMap<Integer, String> titles = new ConcurrentHashMap<>();
  private final Map<Integer, Object> files = new ConcurrentHashMap<>();
  private final Map<Integer, Object> identities = new ConcurrentHashMap<>();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger strangers = new AtomicInteger();

  @Override
  public Object apply(int step) {
    page(step % 7);
    title(step % 5);
    try {
      Object file = file(step % 3);
      Object known = identities.putIfAbsent(step % 3, file);
      if (known != null && known != file) {
        strangers.incrementAndGet();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return early(step % 7).toString() + titles.get(step % 5);
  }

  @Override
  public Object get() {
    return Map.of("computeIfAbsent", made.get(), "putIfAbsent of one loaded", strangers.get());
  }

  private StringBuilder page(Integer number) {
    StringBuilder page = pages.get(number);
    if (page == null) {
      // Blank pages have a number, too.
      page = make(number);
      pages.put(number, page); // want UnguardedCheckThenAct "pages"
    }
    return page;
  }

  private StringBuilder early(Integer number) {
    StringBuilder known = pages.get(number);
    if (known != null) {
      return known;
    }
    StringBuilder page = make(number);
    pages.put(number, page); // want UnguardedCheckThenAct "pages"
    return page;
  }

  private void title(int number) {
    if (!titles.containsKey(number)) {
      titles.put(number, make(number).reverse().toString()); // want UnguardedCheckThenAct "titles"
    }
  }

  /** May be opened twice, but all must get the same one. */
  private Object file(Integer number) throws IOException {
    Object file = files.get(number);
    if (file == null) {
      file = open(number);
      files.put(number, file); // want UnguardedCheckThenAct "files"
    }
    return file;
  }

  private StringBuilder make(int number) {
    made.incrementAndGet();
    return new StringBuilder("page ").append(number);
  }

  private static Object open(int number) throws IOException {
    if (number < 0) {
      throw new IOException("no file " + number);
    }
    return new Object();
  }
}
