package cases.blockingincooperative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.lockkeeper.annotations.Cooperative;

/** The wait is further down: the call in the task is reported, once. */
public class ThroughHelpers {
  private final Store store = new FileStore(Path.of("data"));
  private final Map<String, String> cache = new ConcurrentHashMap<>();

  @Cooperative
  String handle(String key) {
    return load(key); // want BlockingInCooperative "load"
  }

  private String load(String key) {
    return reload(key, 0);
  }

  private String reload(String key, int attempt) {
    try {
      return Files.readString(Path.of(key));
    } catch (IOException e) {
      return attempt > 3 ? "" : reload(key, attempt + 1);
    }
  }

  /** An interface with one implementation. */
  interface Store {
    List<String> read(String name);

    int size();
  }

  static final class FileStore implements Store {
    private final Path folder;

    FileStore(Path folder) {
      this.folder = folder;
    }

    @Override
    public List<String> read(String name) {
      try {
        return Files.readAllLines(folder.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public int size() {
      return folder.getNameCount();
    }
  }

  @Cooperative
  int throughInterface(String name) {
    int lines = store.read(name).size(); // want BlockingInCooperative "read"
    return lines + store.size();
  }

  /** A lambda that runs now. */
  @Cooperative
  String throughLambda(String key) {
    return cache.computeIfAbsent(key, this::load); // want BlockingInCooperative "readString"
  }

  @Cooperative
  void throughForEach(List<String> keys) {
    keys.forEach(
        key -> {
          load(key); // want BlockingInCooperative "load"
        });
  }

  private static <T> T timed(Supplier<T> action) {
    long start = System.nanoTime();
    T result = action.get();
    assert System.nanoTime() >= start;
    return result;
  }

  @Cooperative
  String throughOwnHelper(String key) {
    return timed(() -> load(key)); // want BlockingInCooperative "load"
  }

  /** A constructor that reads its file. */
  static final class Config {
    private final String text;

    Config(Path file) throws IOException {
      text = Files.readString(file);
    }
  }

  @Cooperative
  int throughConstructor(Path file) throws IOException {
    return new Config(file).text.length(); // want BlockingInCooperative "Config"
  }

  /** A static initialiser, a getter that loads on first use. */
  static final class Lazy {
    private List<String> lines;

    synchronized List<String> lines() {
      if (lines == null) {
        lines = new FileStore(Path.of(".")).read("lazy.txt");
      }
      return lines;
    }
  }

  @Cooperative
  int throughGetter(Lazy lazy) {
    return lazy.lines().size(); // want BlockingInCooperative "lines"
  }

  /** Reached from no task: fine. */
  String ordinary(String key) {
    return load(key);
  }

  /** The helper is a task itself: reported there, and only there. */
  @Cooperative
  String outer(String key) {
    return inner(key);
  }

  @Cooperative
  private String inner(String key) {
    return load(key); // want BlockingInCooperative "load"
  }
}
