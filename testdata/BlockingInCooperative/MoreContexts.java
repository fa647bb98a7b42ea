package cases.blockingincooperative;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lockkeeper.annotations.Cooperative;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The same waits, by where the code runs. */
public class MoreContexts {
  private final BlockingQueue<String> inbox = new LinkedBlockingQueue<>();
  private final CountDownLatch ready = new CountDownLatch(1);
  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  private String slow() {
    try {
      return inbox.take();
    } catch (InterruptedException e) {
      return "";
    }
  }

  static class Handler extends ChannelInboundHandlerAdapter {
    private final ExecutorService pool = Executors.newCachedThreadPool();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      try {
        Thread.sleep(10_000); // want BlockingInCooperative "sleep"
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      ctx.write(message);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
      pool.execute(
          () -> {
            try {
              Thread.sleep(10_000);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      ctx.executor()
          .execute(
              () -> {
                try {
                  Files.size(Path.of("x")); // want BlockingInCooperative "size"
                } catch (IOException e) {
                  ctx.flush();
                }
              });
    }
  }

  class Verticle extends AbstractVerticle {
    @Override
    public void start() {
      slow(); // want BlockingInCooperative "slow"
      vertx.setTimer(5, id -> slow()); // want BlockingInCooperative "slow"
      vertx.executeBlocking(() -> slow());
    }
  }

  void vertx(Vertx vertx) {
    vertx.runOnContext(v -> slow()); // want BlockingInCooperative "slow"
  }

  void reactive(Flux<String> lines, Mono<String> one) {
    lines.publishOn(Schedulers.parallel()).map(l -> slow() + l); // want BlockingInCooperative "slow"
    lines.publishOn(Schedulers.boundedElastic()).map(l -> slow() + l);
    one.publishOn(Schedulers.single()).flatMap(l -> Mono.just(slow())); // want BlockingInCooperative "slow"
    Mono.fromCallable(() -> slow()).subscribeOn(Schedulers.boundedElastic());
  }

  @Cooperative
  String blocksReactive(Mono<String> one) {
    return one.block(); // want BlockingInCooperative "block"
  }

  CompletableFuture<String> stages(CompletableFuture<String> f) {
    return f.thenApply(s -> s + slow()) // want BlockingInCooperative "slow"
        .thenApplyAsync(s -> s + slow(), pool)
        .thenCompose(s -> CompletableFuture.supplyAsync(() -> s, pool))
        .whenComplete((s, t) -> System.out.println(s));
  }

  static class Sum extends RecursiveAction {
    private static final long serialVersionUID = 1;
    private final transient BlockingQueue<String> out = new LinkedBlockingQueue<>(1);

    @Override
    protected void compute() {
      try {
        out.put("x"); // want BlockingInCooperative "put"
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      new Sum().fork().join();
    }
  }

  @Cooperative
  void timeouts(Future<String> f)
      throws InterruptedException, ExecutionException, TimeoutException {
    f.get(1, TimeUnit.MINUTES); // want BlockingInCooperative "get"
    ready.await(3, TimeUnit.MILLISECONDS);
    inbox.poll(0, TimeUnit.MILLISECONDS);
    Thread.sleep(500); // want BlockingInCooperative "sleep"
    Thread.sleep(1); // want BlockingInCooperative "sleep"
  }

  @Cooperative
  String tested(Future<String> f) throws InterruptedException, ExecutionException {
    if (!f.isDone()) {
      return null;
    }
    String first = f.get();
    return first;
  }

  @Cooperative
  String testedWrong(Future<String> f, Future<String> g)
      throws InterruptedException, ExecutionException {
    if (f.isDone()) {
      return g.get(); // want BlockingInCooperative "get"
    }
    return null;
  }

  /** Generic plumbing. */
  private static <A, B> Function<A, B> logged(Function<A, B> f) {
    return a -> {
      System.out.println(a);
      return f.apply(a);
    };
  }

  private static void run(@Cooperative("event-loop") Consumer<String> handler) {}

  void plumbing() {
    run(s -> slow()); // want BlockingInCooperative "slow"
    run(this::consume);
    run(
        s -> {
          switch (s) {
            case "a" -> slow(); // want BlockingInCooperative "slow"
            case "b" -> System.out.println(s);
            default -> {
              for (int i = 0; i < 3; i++) {
                System.out.println(i);
              }
            }
          }
        });
    logged(s -> slow());
  }

  private void consume(String s) {
    slow(); // want BlockingInCooperative "slow"
  }

  @Cooperative
  void lists(List<String> names) {
    names.stream().map(n -> n + slow()).forEach(System.out::println); // want BlockingInCooperative "slow"
    names.replaceAll(n -> n.trim());
  }

  void plain(List<String> names) {
    names.forEach(n -> slow());
  }
}
