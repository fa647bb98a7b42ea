package cases.blockingincooperative;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.Phaser;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.lockkeeper.annotations.Cooperative;

/** Everything that a handler must not do, and what looks like it. */
@Cooperative("event-loop")
public class ServerTasks {

  // files, sockets, processes, databases

  String firstLine(File file) throws IOException {
    try (BufferedReader in = new BufferedReader(new FileReader(file))) { // want BlockingInCooperative "FileReader"
      return in.readLine(); // want BlockingInCooperative "readLine"
    }
  }

  int read(InputStream in) throws IOException {
    return in.read(); // want BlockingInCooperative "read"
  }

  void copy(Path from, OutputStream to) throws IOException {
    Files.copy(from, to); // want BlockingInCooperative "copy"
  }

  long count(Path dir) throws IOException {
    try (Stream<Path> all = Files.walk(dir)) { // want BlockingInCooperative "walk"
      return all.count();
    }
  }

  boolean exists(Path file) {
    return Files.exists(file); // want BlockingInCooperative "exists"
  }

  Socket accept(ServerSocket server) throws IOException {
    return server.accept(); // want BlockingInCooperative "accept"
  }

  Socket dial() throws IOException {
    return new Socket("example.com", 80); // want BlockingInCooperative "Socket"
  }

  void receive(DatagramSocket socket, DatagramPacket packet) throws IOException {
    socket.receive(packet); // want BlockingInCooperative "receive"
  }

  int http(URL url) throws IOException {
    HttpURLConnection c = (HttpURLConnection) url.openConnection();
    return c.getResponseCode(); // want BlockingInCooperative "getResponseCode"
  }

  InputStream open(URL url) throws IOException {
    return url.openStream(); // want BlockingInCooperative "openStream"
  }

  int select(Selector selector) throws IOException {
    return selector.select(); // want BlockingInCooperative "select"
  }

  void seek(RandomAccessFile file) throws IOException {
    file.readFully(new byte[10]); // want BlockingInCooperative "readFully"
  }

  int channel(FileChannel channel) throws IOException {
    return channel.read(ByteBuffer.allocate(10)); // want BlockingInCooperative "read"
  }

  int run() throws Exception {
    Process p = new ProcessBuilder("ls").start(); // want BlockingInCooperative "start"
    return p.waitFor(); // want BlockingInCooperative "waitFor"
  }

  String query(String url) throws Exception {
    try (Connection c = DriverManager.getConnection(url)) { // want BlockingInCooperative "getConnection"
      Statement s = c.createStatement();
      ResultSet r = s.executeQuery("select 1"); // want BlockingInCooperative "executeQuery"
      return r.getString(1);
    }
  }

  String console() {
    return new Scanner(System.in).nextLine(); // want BlockingInCooperative "nextLine"
  }

  // waiting for others

  <T> List<Future<T>> all(ExecutorService pool, List<Callable<T>> tasks) throws InterruptedException {
    return pool.invokeAll(tasks); // want BlockingInCooperative "invokeAll"
  }

  <T> T any(ExecutorService pool, List<Callable<T>> tasks) throws Exception {
    return pool.invokeAny(tasks); // want BlockingInCooperative "invokeAny"
  }

  String next(CompletionService<String> done) throws Exception {
    Future<String> f = done.take(); // want BlockingInCooperative "take"
    return f.get();
  }

  void phase(Phaser phaser) {
    phaser.arriveAndAwaitAdvance(); // want BlockingInCooperative "arriveAndAwaitAdvance"
  }

  String exchange(Exchanger<String> e) throws InterruptedException {
    return e.exchange("mine"); // want BlockingInCooperative "exchange"
  }

  void handOver(SynchronousQueue<String> q, TransferQueue<String> t) throws InterruptedException {
    q.put("x"); // want BlockingInCooperative "put"
    t.transfer("y"); // want BlockingInCooperative "transfer"
  }

  String deque(LinkedBlockingDeque<String> d) throws InterruptedException {
    return d.takeFirst(); // want BlockingInCooperative "takeFirst"
  }

  void condition(Condition c) throws InterruptedException {
    c.await(); // want BlockingInCooperative "await"
  }

  boolean timedLatch(CountDownLatch latch) throws InterruptedException {
    return latch.await(10, TimeUnit.SECONDS); // want BlockingInCooperative "await"
  }

  String timedPoll(LinkedBlockingDeque<String> d) throws InterruptedException {
    return d.poll(5, TimeUnit.SECONDS); // want BlockingInCooperative "poll"
  }

  void parkNanos() {
    LockSupport.parkNanos(1_000_000_000L); // want BlockingInCooperative "parkNanos"
  }

  void all(List<CompletableFuture<String>> futures) {
    CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0])).join(); // want BlockingInCooperative "join"
  }

  String asyncThenJoin(String key) {
    return CompletableFuture.supplyAsync(() -> key.trim()).join(); // want BlockingInCooperative "join"
  }

  List<String> joinInStream(List<CompletableFuture<String>> futures) {
    return futures.stream().map(CompletableFuture::join).toList(); // want BlockingInCooperative "join"
  }

  List<String> joinInLambda(List<CompletableFuture<String>> futures) {
    return futures.stream().map(f -> f.join()).toList(); // want BlockingInCooperative "join"
  }

  int parallel(List<Integer> numbers) {
    return numbers.parallelStream().mapToInt(i -> i).sum();
  }

  void daemon(Thread t) throws InterruptedException {
    t.start();
    t.join(5000); // want BlockingInCooperative "join"
  }

  // looks like it

  String inMemory(byte[] bytes) throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    BufferedReader reader = new BufferedReader(new InputStreamReader(in));
    return reader.readLine();
  }

  String path(Path base) {
    return base.resolve("x").getFileName().toString();
  }

  String name(File file) {
    return file.getName() + file.getPath();
  }

  InetSocketAddress address() {
    return InetSocketAddress.createUnresolved("example.com", 80);
  }

  String now(CompletableFuture<String> f) throws ExecutionException, InterruptedException {
    if (f.isDone()) {
      return f.get();
    }
    return f.getNow(null);
  }

  CompletableFuture<Integer> chained(CompletableFuture<String> f) {
    return f.thenApply(String::length).exceptionally(t -> -1).whenComplete((n, t) -> {});
  }

  CompletableFuture<String> completed() {
    CompletableFuture<String> f = new CompletableFuture<>();
    f.complete("x");
    return f;
  }

  boolean offer(LinkedBlockingDeque<String> d) {
    return d.offer("x") && d.poll() != null && d.peek() == null;
  }

  int selectNow(Selector selector) throws IOException {
    selector.wakeup();
    return selector.selectNow();
  }

  void unpark(Thread t) {
    LockSupport.unpark(t);
    t.interrupt();
    t.start();
  }

  boolean zeroWait(CountDownLatch latch) throws InterruptedException {
    latch.countDown();
    return latch.await(0, TimeUnit.SECONDS) || latch.getCount() == 0;
  }

  void submits(ExecutorService pool, Path file) {
    pool.submit(() -> Files.readString(file));
    pool.execute(
        () -> {
          try {
            Thread.sleep(1000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    pool.shutdown();
  }

  String format(String name) {
    return String.format("%s %d", name, System.nanoTime()) + List.of(1, 2).stream().count();
  }

  void closesWriter(PrintWriter out, FileOutputStream file, FileInputStream in) {
    System.out.println("x");
  }

  int prepared(PreparedStatement s) throws Exception {
    s.setInt(1, 2);
    return s.getFetchSize();
  }
}
