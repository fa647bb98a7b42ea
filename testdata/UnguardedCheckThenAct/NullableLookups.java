package cases.unguardedcheckthenact;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What is done when there is nothing yet stands in a function. */
public class NullableLookups {
  private final ConcurrentMap<String, StringBuilder> pages = new ConcurrentHashMap<>();

  public String page(String name) {
    return Objects.requireNonNullElseGet(
            pages.get(name),
            () -> {
              StringBuilder made = new StringBuilder(name);
              pages.put(name, made); // want UnguardedCheckThenAct "pages"
              return made;
            })
        .toString();
  }

  public String pageByHelper(String name) {
    return Objects.requireNonNullElseGet(pages.get(name), () -> made(name)).toString(); // want UnguardedCheckThenAct "pages"
  }

  private StringBuilder made(String name) {
    StringBuilder made = new StringBuilder(name);
    pages.put(name, made);
    return made;
  }

  public int pageOptional(String name) {
    return Optional.ofNullable(pages.get(name))
        .orElseGet(
            () -> {
              StringBuilder made = new StringBuilder(name);
              pages.put(name, made); // want UnguardedCheckThenAct "pages"
              return made;
            })
        .length();
  }

  public String pageRight(String name) {
    return Objects.requireNonNullElseGet(
            pages.get(name), () -> pages.computeIfAbsent(name, StringBuilder::new))
        .toString();
  }

  /** Nothing is put. */
  public String pageOrEmpty(String name) {
    return Objects.requireNonNullElseGet(pages.get(name), StringBuilder::new).toString();
  }
}
