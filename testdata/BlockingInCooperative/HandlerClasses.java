package cases.blockingincooperative;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Handlers as classes of their own: on the event loop, unless somebody gives them elsewhere. */
public class HandlerClasses {

  static void nap() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static class Unseen implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
      nap(); // want BlockingInCooperative "nap"
      context.next();
    }
  }

  static class Ticker implements Handler<Long> {
    @Override
    public void handle(Long id) {
      nap(); // want BlockingInCooperative "nap"
    }

    static void start(Vertx vertx) {
      vertx.setPeriodic(1000, new Ticker());
    }
  }

  static class Export implements Handler<RoutingContext> {
    @Override
    public void handle(RoutingContext context) {
      nap();
      context.end("done");
    }

    static void route(Router router) {
      router.get("/export").blockingHandler(new Export());
    }
  }

  /** Called by its own name. */
  static class Warmup implements Handler<String> {
    @Override
    public void handle(String what) {
      nap();
    }

    static void main() {
      new Warmup().handle("cache");
    }
  }
}
