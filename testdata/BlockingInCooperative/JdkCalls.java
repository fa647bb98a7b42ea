package cases.blockingincooperative;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.lockkeeper.annotations.Cooperative;

/** Calls of the JDK that may block, straight from a cooperative task. */
@Cooperative
public class JdkCalls {

  void sleeps() throws InterruptedException {
    Thread.sleep(100); // want BlockingInCooperative "sleep"
    TimeUnit.SECONDS.sleep(1); // want BlockingInCooperative "sleep"
  }

  void joins(Thread other) throws InterruptedException {
    other.join(); // want BlockingInCooperative "join"
  }

  String waitsForFuture(Future<String> answer) throws InterruptedException, ExecutionException {
    return answer.get(); // want BlockingInCooperative "get"
  }

  String waitsLongForFuture(Future<String> answer)
      throws InterruptedException, ExecutionException, TimeoutException {
    return answer.get(30, TimeUnit.SECONDS); // want BlockingInCooperative "get"
  }

  String joinsFuture(CompletableFuture<String> answer) {
    return answer.join(); // want BlockingInCooperative "join"
  }

  void takes(BlockingQueue<String> lines) throws InterruptedException {
    lines.put("next"); // want BlockingInCooperative "put"
    lines.take().length(); // want BlockingInCooperative "take"
  }

  void synchronisers(CountDownLatch latch, CyclicBarrier barrier, Semaphore permits)
      throws Exception {
    latch.await(); // want BlockingInCooperative "await"
    barrier.await(); // want BlockingInCooperative "await"
    permits.acquire(); // want BlockingInCooperative "acquire"
  }

  void waitsForPool(ExecutorService pool) throws InterruptedException {
    pool.shutdown();
    boolean done = pool.awaitTermination(1, TimeUnit.MINUTES); // want BlockingInCooperative "awaitTermination"
    assert done;
  }

  void parks() {
    LockSupport.park(); // want BlockingInCooperative "park"
  }

  void waitsOnMonitor(Object ready) throws InterruptedException {
    synchronized (ready) {
      ready.wait(); // want BlockingInCooperative "wait"
    }
  }

  String readsFile(Path file) throws IOException {
    return Files.readString(file); // want BlockingInCooperative "readString"
  }

  void connects(SocketAddress peer) throws IOException {
    Socket socket = new Socket();
    socket.connect(peer); // want BlockingInCooperative "connect"
  }

  InetAddress resolves(String host) throws IOException {
    return InetAddress.getByName(host); // want BlockingInCooperative "getByName"
  }

  int runsProcess(Process process) throws InterruptedException {
    return process.waitFor(); // want BlockingInCooperative "waitFor"
  }

  int queries(PreparedStatement statement) throws SQLException {
    return statement.executeUpdate(); // want BlockingInCooperative "executeUpdate"
  }

  void commits(Connection connection) throws SQLException {
    connection.commit(); // want BlockingInCooperative "commit"
  }

  String fetches(HttpClient client, URI page) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(page).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body(); // want BlockingInCooperative "send"
  }

  /** The asynchronous sibling does not wait. */
  CompletableFuture<String> fetchesLater(HttpClient client, URI page) {
    HttpRequest request = HttpRequest.newBuilder(page).build();
    return client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::body);
  }
}
