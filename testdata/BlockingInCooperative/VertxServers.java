package cases.blockingincooperative;

import io.vertx.core.AsyncResult;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Vert.x calls a handler on the event loop, whoever is given it. */
public class VertxServers {

  private static String page(String name) {
    try {
      return Files.readString(Path.of(name));
    } catch (IOException e) {
      return "";
    }
  }

  void serve(Vertx vertx) {
    vertx
        .createHttpServer()
        .requestHandler(request -> request.response().end(page("start"))) // want BlockingInCooperative "page"
        .exceptionHandler(failure -> page("log")) // want BlockingInCooperative "page"
        .listen(80, started -> page("motd")); // want BlockingInCooperative "page"
  }

  void requests(HttpServerRequest request) {
    request.handler(part -> page("part")); // want BlockingInCooperative "page"
    request.endHandler(done -> page("end")); // want BlockingInCooperative "page"
    request.response().closeHandler(closed -> page("bye")); // want BlockingInCooperative "page"
    request.body().onSuccess(body -> page("body")); // want BlockingInCooperative "page"
    request.response().closeHandler(closed -> System.out.println("bye"));
  }

  /** The program's own, in the style of the library. */
  interface Users {
    void find(String name, Handler<AsyncResult<String>> done);
  }

  void callbacks(Users users) {
    users.find("joe", found -> page("joe")); // want BlockingInCooperative "page"
  }

  /** Where blocking code belongs. */
  void offLoads(Vertx vertx, HttpServerRequest request) {
    vertx.<String>executeBlocking(
        promise -> promise.complete(page("slow")),
        page -> request.response().end(page.result()));
    vertx
        .createSharedWorkerExecutor("pages")
        .executeBlocking(() -> page("slow"))
        .onSuccess(page -> request.response().end(page));
  }
}
