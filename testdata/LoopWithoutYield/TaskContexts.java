package cases.loopwithoutyield;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lockkeeper.annotations.Cooperative;
import org.lockkeeper.annotations.YieldPoint;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where cooperative code comes from. */
public class TaskContexts {
  private volatile boolean on = true;
  private int n;

  // by annotation

  interface Behaviour {
    @Cooperative
    void act();

    default void idle() {}
  }

  enum Mode implements Behaviour {
    BUSY {
      private volatile boolean more = true;

      @Override
      public void act() {
        while (more) { // want LoopWithoutYield "loop"
          Math.sqrt(2);
        }
      }
    },
    CALM {
      @Override
      public void act() {
        Math.sqrt(2);
      }
    }
  }

  record Step(ConcurrentLinkedQueue<String> todo) implements Behaviour {
    @Override
    public void act() {
      String s;
      while ((s = todo.poll()) != null) { // want LoopWithoutYield "loop"
        System.out.println(s);
      }
    }

    @Override
    public void idle() {
      while (todo.isEmpty()) {
        Thread.onSpinWait();
      }
    }
  }

  abstract static class Base<T> {
    @Cooperative
    protected abstract void handle(T message);

    final void loop(List<T> all) {
      for (T t : all) {
        handle(t);
      }
    }
  }

  static class Derived extends Base<String> {
    private volatile boolean more;

    @Override
    protected void handle(String message) {
      while (more) { // want LoopWithoutYield "loop"
        more = message.isEmpty();
      }
    }
  }

  static class Again extends Derived {
    private volatile boolean again;

    @Override
    protected void handle(String message) {
      super.handle(message);
      while (again) { // want LoopWithoutYield "loop"
        message.length();
      }
    }
  }

  class Constructed {
    @Cooperative
    Constructed() {
      while (on) { // want LoopWithoutYield "loop"
        n++;
      }
    }
  }

  void spawn(@Cooperative Callable<Integer> body, String name) {}

  static <T> void spawnAll(List<T> all, @Cooperative Consumer<T> body) {}

  void spawns() {
    spawn(
        () -> {
          while (on) { // want LoopWithoutYield "loop"
            n++;
          }
          return n;
        },
        "counter");
    spawnAll(
        List.of("a"),
        name -> {
          while (on) { // want LoopWithoutYield "loop"
            name.length();
          }
        });
    spawn(this::count, "by reference");
    spawn(new Counter(), "by object");
  }

  private Integer count() {
    while (on) { // want LoopWithoutYield "loop"
      n++;
    }
    return n;
  }

  class Counter implements Callable<Integer> {
    @Override
    public Integer call() {
      while (on) { // want LoopWithoutYield "loop"
        n++;
      }
      return n;
    }
  }

  // through helpers

  @Cooperative
  void first() {
    second(3); // want LoopWithoutYield "second"
  }

  private void second(int k) {
    third(() -> n + k);
  }

  private void third(Supplier<Integer> s) {
    while (on) {
      n += s.get();
    }
  }

  @Cooperative
  static void staticTask() {
    new TaskContexts().third(() -> 1); // want LoopWithoutYield "third"
  }

  @Cooperative
  void helperYields() {
    while (on) {
      pause();
    }
  }

  private void pause() {
    for (int i = 0; i < 3; i++) {
      n++;
    }
    reallyPause();
  }

  @YieldPoint
  private void reallyPause() {
    Thread.yield();
  }

  // by libraries

  static class Echo extends SimpleChannelInboundHandler<String> {
    private volatile boolean open = true;

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, String message) {
      while (open) { // want LoopWithoutYield "loop"
        ctx.write(message);
      }
    }
  }

  void vertx(Vertx vertx) {
    vertx.setTimer(
        10,
        id -> {
          while (on) { // want LoopWithoutYield "loop"
            n++;
          }
        });
    vertx.runOnContext(
        v -> {
          for (int i = 0; on; i++) { // want LoopWithoutYield "loop"
            Math.sqrt(i);
          }
        });
  }

  Flux<Integer> reactor(Flux<Integer> numbers) {
    return numbers
        .publishOn(Schedulers.parallel())
        .map(
            i -> {
              int x = i;
              while (on) { // want LoopWithoutYield "loop"
                x++;
              }
              return x;
            });
  }

  Mono<Integer> offloaded() {
    return Mono.fromCallable(
            () -> {
              while (on) {
                Math.sqrt(2);
              }
              return 1;
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  // not cooperative

  void ownThread() {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    pool.submit(
        () -> {
          while (on) {
            Math.sqrt(2);
          }
        });
    Thread t =
        new Thread(
            () -> {
              while (on) {
                Math.sqrt(2);
              }
            });
    t.setDaemon(true);
    t.start();
  }

  @Cooperative
  void startsThread() {
    Thread t =
        new Thread() {
          @Override
          public void run() {
            while (on) {
              Math.sqrt(2);
            }
          }
        };
    t.start();
  }

  @Cooperative
  Runnable makesRunnable() {
    return () -> {
      while (on) {
        Math.sqrt(2);
      }
    };
  }
}
