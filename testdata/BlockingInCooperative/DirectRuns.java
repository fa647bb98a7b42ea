package cases.blockingincooperative;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.lockkeeper.annotations.Cooperative;

/** Executors, threads and tasks that run in the thread that calls them. */
public class DirectRuns {
  private final Executor direct = Runnable::run;
  private final Executor written = task -> task.run();
  private final Executor guava = MoreExecutors.directExecutor();
  private final SameThread same = new SameThread();
  private final Executor helper = this::now;
  private final Executor threads = new NewThread();
  private final Queue<Runnable> queue = new ArrayDeque<>();
  private final Executor queued = queue::add;
  private final Executor given;
  private final Executor givenOrDirect;
  private Executor replaced = Runnable::run;

  DirectRuns(Executor given) {
    this.given = given;
    this.givenOrDirect = given == null ? Runnable::run : given;
  }

  private void now(Runnable task) {
    task.run();
  }

  void replace(Executor by) {
    replaced = by;
  }

  static String read() {
    try {
      return Files.readString(Path.of("runs"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Cooperative
  void threadThatIsNotStarted() {
    Thread thread =
        new Thread(
            () -> {
              read(); // want BlockingInCooperative "read"
            });
    thread.run();
  }

  @Cooperative
  void threadOfMethod() {
    new Thread(DirectRuns::read).run(); // want BlockingInCooperative "run"
  }

  @Cooperative
  void threadThatIsStarted() {
    Thread thread = new Thread(DirectRuns::read);
    thread.start();
  }

  @Cooperative
  FutureTask<String> futureTask() {
    FutureTask<String> task = new FutureTask<>(DirectRuns::read);
    task.run(); // want BlockingInCooperative "run"
    return task;
  }

  @Cooperative
  void fields() {
    direct.execute(DirectRuns::read); // want BlockingInCooperative "execute"
    written.execute(DirectRuns::read); // want BlockingInCooperative "execute"
    guava.execute(DirectRuns::read); // want BlockingInCooperative "execute"
    same.execute(DirectRuns::read); // want BlockingInCooperative "execute"
    helper.execute(DirectRuns::read); // want BlockingInCooperative "execute"
  }

  @Cooperative
  void variables() {
    Executor here = Runnable::run;
    here.execute(() -> read()); // want BlockingInCooperative "read"
    new SameThread().execute(() -> read()); // want BlockingInCooperative "read"
  }

  @Cooperative
  CompletableFuture<String> future() {
    return CompletableFuture.supplyAsync( // want BlockingInCooperative "supplyAsync"
        DirectRuns::read, direct);
  }

  @Cooperative
  void elsewhere() {
    threads.execute(DirectRuns::read);
    queued.execute(DirectRuns::read);
    new NewThread().execute(DirectRuns::read);
  }

  @Cooperative
  void unknown() {
    given.execute(DirectRuns::read);
    givenOrDirect.execute(DirectRuns::read);
    replaced.execute(DirectRuns::read);
  }

  @Cooperative
  void whenItIsThere(ListenableFuture<String> future) {
    future.addListener(DirectRuns::read, MoreExecutors.directExecutor());
  }

  static class SameThread implements Executor {
    @Override
    public void execute(Runnable task) {
      task.run();
    }
  }

  static class NewThread implements Executor {
    @Override
    public void execute(Runnable task) {
      new Thread(task).start();
    }
  }
}
