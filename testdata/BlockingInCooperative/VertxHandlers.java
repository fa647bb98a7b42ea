package cases.blockingincooperative;

import io.vertx.core.AbstractVerticle;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Vert.x: everything on the event loop but what is said to block. */
public class VertxHandlers extends AbstractVerticle {
  private final Path pages;

  public VertxHandlers(Path pages) {
    this.pages = pages;
  }

  @Override
  public void start() throws Exception {
    Files.createDirectories(pages); // want BlockingInCooperative "createDirectories"
    vertx.setTimer(
        1000,
        id -> {
          page("news"); // want BlockingInCooperative "page"
        });
    vertx
        .eventBus()
        .<String>consumer(
            "page",
            message -> {
              message.reply(page(message.body())); // want BlockingInCooperative "page"
            });
  }

  void routes(Router router) {
    router.get("/:page").handler(this::serve);
    router.get("/slow/:page").blockingHandler(ctx -> ctx.end(page(ctx.pathParam("page"))));
    router
        .get("/fast/:page")
        .handler(
            ctx ->
                vertx
                    .executeBlocking(() -> page(ctx.pathParam("page")))
                    .onSuccess(text -> ctx.end(text)));
  }

  private void serve(RoutingContext ctx) {
    ctx.end(page(ctx.pathParam("page"))); // want BlockingInCooperative "page"
  }

  private String page(String name) {
    try {
      return Files.readString(pages.resolve(name));
    } catch (IOException e) {
      return "not found";
    }
  }

  void onContext(CompletableFuture<String> title) {
    vertx.runOnContext(
        ignored -> {
          vertx.eventBus().publish("title", title.join()); // want BlockingInCooperative "join"
        });
    vertx.runOnContext(
        ignored -> title.thenAccept(text -> vertx.eventBus().publish("title", text)));
  }
}
