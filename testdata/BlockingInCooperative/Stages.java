package cases.blockingincooperative;

import com.google.common.util.concurrent.FutureCallback;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.MoreExecutors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveTask;

/** Stages of futures and tasks of the common pool. */
public class Stages {
  private final ExecutorService pool = Executors.newCachedThreadPool();

  /** Waits for one future in the callback of another: a thread that others need is taken. */
  CompletableFuture<String> both(CompletableFuture<String> a, CompletableFuture<String> b) {
    return a.thenApply(
        left -> {
          return left + b.join(); // want BlockingInCooperative "join"
        });
  }

  CompletableFuture<Integer> rest(CompletableFuture<String> a) {
    return a.thenApplyAsync(
        text -> {
          nap(); // want BlockingInCooperative "nap"
          return text.length();
        });
  }

  private static void nap() {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The cure. */
  CompletableFuture<String> combined(CompletableFuture<String> a, CompletableFuture<String> b) {
    return a.thenCombine(b, String::concat);
  }

  /** On a pool of one's own one may. */
  CompletableFuture<String> onOwnPool(CompletableFuture<Path> file) {
    return file.thenApplyAsync(
        path -> {
          nap();
          return path.toString();
        },
        pool);
  }

  CompletableFuture<Void> all(List<CompletableFuture<String>> answers) {
    return CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
        .thenAccept(ignored -> answers.forEach(answer -> answer.join()));
  }

  /** A future that is waited for in its own callback is done. */
  CompletableFuture<String> own(CompletableFuture<String> answer) {
    return answer.whenComplete(
        (text, failure) -> {
          if (failure == null) {
            answer.join();
          }
        });
  }

  static class Sizes extends RecursiveTask<Long> {
    private static final long serialVersionUID = 1;
    private final transient List<Path> files;

    Sizes(List<Path> files) {
      this.files = files;
    }

    /** Joining one's own children is how fork/join works; files are not. */
    @Override
    protected Long compute() {
      if (files.size() == 1) {
        try {
          return (long) Files.readString(files.get(0)).length(); // want BlockingInCooperative "readString"
        } catch (java.io.IOException e) {
          return 0L;
        }
      }
      int half = files.size() / 2;
      ForkJoinTask<Long> left = new Sizes(files.subList(0, half)).fork();
      long right = new Sizes(files.subList(half, files.size())).compute();
      return left.join() + right;
    }
  }

  /** Guava's callbacks run where one says. */
  void guava(ListenableFuture<String> answer, ExecutorService loop) {
    Futures.addCallback(
        answer,
        new FutureCallback<String>() {
          @Override
          public void onSuccess(String text) {
            nap();
          }

          @Override
          public void onFailure(Throwable t) {
            nap();
          }
        },
        pool);
    answer.addListener(() -> text(answer), MoreExecutors.directExecutor());
  }

  private static String text(ListenableFuture<String> answer) {
    try {
      return Futures.getDone(answer);
    } catch (java.util.concurrent.ExecutionException e) {
      return "";
    }
  }
}
