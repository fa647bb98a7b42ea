package cases.blockingincooperative;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Commands that all go through one executor, which waits at one place. */
class SessionCommands {
  private final Map<String, CompletableFuture<Node>> nodes = new ConcurrentHashMap<>();

  interface Node {
    CompletableFuture<String> write(String command);
  }

  CompletableFuture<String> touch(String id) {
    return get(id).thenCompose(v -> send("touch " + v)); // want BlockingInCooperative "join"
  }

  CompletableFuture<String> rename(String id, String name) {
    return get(id).thenCompose(v -> send("rename " + v + name)); // want BlockingInCooperative "join"
  }

  CompletableFuture<String> close(String id) {
    return get(id).thenCompose(v -> send("close " + v)); // want BlockingInCooperative "join"
  }

  /** The fourth that leads to one line far away: told with the third. */
  CompletableFuture<String> audit(String id) {
    return get(id).thenCompose(v -> send("audit " + v));
  }

  CompletableFuture<String> expire(String id) {
    return get(id).thenCompose(v -> send("expire " + v));
  }

  /** Near the wait: each of them knows it, and each is told. */
  CompletableFuture<String> one(String id) {
    return get(id).thenCompose(v -> node(v).write("1")); // want BlockingInCooperative "node"
  }

  CompletableFuture<String> two(String id) {
    return get(id).thenCompose(v -> node(v).write("2")); // want BlockingInCooperative "node"
  }

  CompletableFuture<String> three(String id) {
    return get(id).thenCompose(v -> node(v).write("3")); // want BlockingInCooperative "node"
  }

  CompletableFuture<String> four(String id) {
    return get(id).thenCompose(v -> node(v).write("4")); // want BlockingInCooperative "node"
  }

  CompletableFuture<String> get(String id) {
    return send("get " + id);
  }

  private CompletableFuture<String> send(String command) {
    return execute(command.trim());
  }

  private CompletableFuture<String> execute(String command) {
    return node(command).write(command);
  }

  private Node node(String command) {
    return nodes.computeIfAbsent(command, k -> new CompletableFuture<>()).join();
  }
}
