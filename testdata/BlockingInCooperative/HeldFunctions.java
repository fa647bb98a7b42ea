package cases.blockingincooperative;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lockkeeper.annotations.Cooperative;

/** Function objects that are called where they are kept or made. */
public class HeldFunctions {
  private static final Callable<String> MOTD = () -> Files.readString(Path.of("motd"));

  private final Supplier<String> config = HeldFunctions::read;
  private final Supplier<String> source = () -> Disk.load("settings");
  private final Runnable refresh = () -> read();
  private final Function<String, String> trim = String::trim;
  private final Runnable pause = Thread::yield;
  private final Supplier<String> given;
  private final Runnable sweep =
      new Runnable() {
        @Override
        public void run() {
          Disk.load("old");
        }
      };
  private volatile boolean open = true;

  HeldFunctions(Supplier<String> given) {
    this.given = given;
  }

  private static String read() {
    return Disk.load("config");
  }

  @Cooperative
  String motd() throws Exception {
    return MOTD.call(); // want BlockingInCooperative "call"
  }

  @Cooperative
  String settings() {
    return config.get() // want BlockingInCooperative "get"
        + source.get(); // want BlockingInCooperative "get"
  }

  @Cooperative
  void handedOn(Executor executor) {
    executor.execute(refresh);
  }

  @Cooperative
  String harmless(String text) {
    return trim.apply(text);
  }

  @Cooperative
  String unknown() {
    return given.get();
  }

  @Cooperative
  void politely() {
    while (open) {
      pause.run();
    }
  }

  @Cooperative
  void once() {
    Runnable now =
        new Runnable() {
          @Override
          public void run() {
            Disk.load("now");
          }
        };
    now.run(); // want BlockingInCooperative "run"
  }

  @Cooperative
  void handedOnOnce(Executor executor) {
    executor.execute(
        new Runnable() {
          @Override
          public void run() {
            Disk.load("later");
          }
        });
  }

  @Cooperative
  void anonymousInField() {
    sweep.run(); // want BlockingInCooperative "run"
  }

  @Cooperative
  Map<String, String> byName(List<String> names) {
    return names.stream()
        .collect(
            Collectors.toMap(
                name -> name,
                name -> Disk.load(name))); // want BlockingInCooperative "load"
  }

  static class Disk {
    static String load(String name) {
      try {
        return Files.readString(Path.of(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
