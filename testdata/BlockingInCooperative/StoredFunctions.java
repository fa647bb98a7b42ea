package cases.blockingincooperative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lockkeeper.annotations.Cooperative;

/** Function objects that are put away by name, in lists, in wrappers, and run from there. */
public class StoredFunctions {

  /** The commands of a console. */
  static class Console {
    private static final Map<String, Supplier<String>> LOADERS =
        Map.of("file", Disk::read, "none", () -> "");
    private static final Map<String, Supplier<String>> TEXTS =
        Map.of("hello", () -> "hello", "none", () -> "");

    private final Map<String, Runnable> commands = new HashMap<>();
    private final Map<String, Runnable> keys = new HashMap<>();
    private final Map<String, Function<String, String>> filters = new ConcurrentHashMap<>();
    private int shown;

    Console() {
      commands.put("reload", () -> Disk.read());
      commands.put("show", () -> shown++);
      keys.put("up", () -> shown++);
      keys.put("home", this::home);
      filters.put("head", text -> text + Disk.read());
    }

    private void home() {
      shown = 0;
    }

    @Cooperative
    void run(String name) {
      Runnable command = commands.get(name);
      if (command != null) {
        command.run(); // want BlockingInCooperative "run"
      }
    }

    @Cooperative
    void press(String key) {
      Runnable action = keys.get(key);
      if (action != null) {
        action.run();
      }
    }

    @Cooperative
    void runIfThere(String name) {
      Optional.ofNullable(commands.get(name))
          .ifPresent(Runnable::run); // want BlockingInCooperative "ifPresent"
    }

    @Cooperative
    String filter(String name, String text) {
      return filters
          .getOrDefault(name, t -> t)
          .apply(text); // want BlockingInCooperative "apply"
    }

    @Cooperative
    String load(String name) {
      return LOADERS.get(name).get(); // want BlockingInCooperative "get"
    }

    @Cooperative
    String text(String name) {
      return TEXTS.get(name).get();
    }

    @Cooperative
    void runElsewhere(String name, Executor pool) {
      pool.execute(commands.get(name));
      pool.execute(() -> commands.get(name).run());
    }

    @Cooperative
    int known() {
      return commands.size();
    }
  }

  /** Hooks and listeners that a helper takes in. */
  static class Hooks {
    private final List<Runnable> atEnd = new ArrayList<>();
    private final List<Runnable> counters = new CopyOnWriteArrayList<>();
    private final Map<String, List<Consumer<String>>> listeners = new HashMap<>();
    private Runnable idle = () -> {};
    private int counted;

    void install(String log) {
      atEnd(() -> Disk.delete(log));
      on("saved", Disk::delete);
      counters.add(() -> counted++);
      onIdle(() -> Disk.read());
    }

    void atEnd(Runnable hook) {
      atEnd.add(Objects.requireNonNull(hook));
    }

    void on(String event, Consumer<String> listener) {
      listeners.computeIfAbsent(event, e -> new ArrayList<>()).add(listener);
    }

    void onIdle(Runnable task) {
      idle = task;
    }

    @Cooperative
    void end() {
      for (Runnable hook : atEnd) {
        hook.run(); // want BlockingInCooperative "run"
      }
    }

    @Cooperative
    void endAll() {
      atEnd.forEach(hook -> hook.run()); // want BlockingInCooperative "forEach"
    }

    @Cooperative
    void endElsewhere(Executor pool) {
      atEnd.forEach(pool::execute);
    }

    @Cooperative
    void count() {
      counters.forEach(Runnable::run);
    }

    @Cooperative
    void fire(String event, String what) {
      for (Consumer<String> each : listeners.getOrDefault(event, List.of())) {
        each.accept(what); // want BlockingInCooperative "accept"
      }
    }

    @Cooperative
    void idle() {
      idle.run(); // want BlockingInCooperative "run"
    }
  }

  /** A value that is made when it is first asked for. */
  static class Lazy<T> implements Supplier<T> {
    private Supplier<T> maker;
    private T value;

    Lazy(Supplier<T> maker) {
      this.maker = maker;
    }

    static <T> Lazy<T> of(Supplier<T> maker) {
      return new Lazy<>(maker);
    }

    @Override
    public T get() {
      if (maker != null) {
        value = maker.get();
        maker = null;
      }
      return value;
    }
  }

  /** Settings, some of them lazy. */
  static class Settings {
    private final Lazy<String> text = new Lazy<>(() -> Disk.read());
    private final Supplier<String> more = Lazy.of(Disk::read);
    private final Lazy<String> title = new Lazy<>(() -> "settings");
    private final Callable<String> reader = new Reader();
    private final Callable<String> counter = new Counter();
    private Supplier<String> source;

    Settings() {
      source = Disk::read;
    }

    @Cooperative
    String text() {
      return text.get() // want BlockingInCooperative "get"
          + more.get(); // want BlockingInCooperative "get"
    }

    @Cooperative
    String title() {
      return title.get();
    }

    @Cooperative
    String read() throws Exception {
      return reader.call() // want BlockingInCooperative "call"
          + counter.call();
    }

    @Cooperative
    String source() {
      return source.get(); // want BlockingInCooperative "get"
    }
  }

  /** Steps that another class adds. */
  static class Steps {
    private final List<Function<String, String>> all = new ArrayList<>();

    Steps then(Function<String, String> step) {
      all.add(step);
      return this;
    }

    @Cooperative
    String run(String text) {
      String result = text;
      for (Function<String, String> step : all) {
        result = step.apply(result); // want BlockingInCooperative "apply"
      }
      return result;
    }
  }

  static class UsesSteps {
    Steps make() {
      return new Steps().then(String::trim).then(text -> text + Disk.read());
    }
  }

  record Rule(Predicate<String> test, Consumer<String> action) {}

  static class Rules {
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> quick = List.of(new Rule(String::isEmpty, text -> {}));

    Rules() {
      rules.add(new Rule(text -> Disk.read().equals(text), text -> {}));
    }

    @Cooperative
    void apply(String text) {
      for (Rule rule : rules) {
        if (rule.test().test(text)) { // want BlockingInCooperative "test"
          rule.action().accept(text);
        }
      }
    }

    @Cooperative
    void applyQuick(String text) {
      for (Rule rule : quick) {
        if (rule.test().test(text)) {
          rule.action().accept(text);
        }
      }
    }
  }

  /** Lazy values of an anonymous class. */
  static class Titles {
    private final Supplier<String> title = once(() -> Disk.read());
    private final Supplier<String> fixed = once(() -> "title");

    private static <T> Supplier<T> once(Supplier<T> maker) {
      return new Supplier<>() {
        private T value;

        @Override
        public T get() {
          if (value == null) {
            value = maker.get();
          }
          return value;
        }
      };
    }

    @Cooperative
    String title() {
      return title.get() // want BlockingInCooperative "get"
          + fixed.get();
    }
  }

  static class Reader implements Callable<String> {
    @Override
    public String call() {
      return Disk.read();
    }
  }

  static class Counter implements Callable<String> {
    private int calls;

    @Override
    public String call() {
      return "" + calls++;
    }
  }

  enum Key {
    F5(() -> Disk.read()),
    ESCAPE(() -> "");

    private final Supplier<String> action;

    Key(Supplier<String> action) {
      this.action = action;
    }

    @Cooperative
    String press() {
      return action.get(); // want BlockingInCooperative "get"
    }
  }

  static class Disk {
    static String read() {
      try {
        return Files.readString(Path.of("settings"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static void delete(String name) {
      try {
        Files.delete(Path.of(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
